namespace SlimRegeling.Aanvragen.Aanvraagformulieren;

/// <summary>The tasks in which a form is filled in.</summary>
internal static class Secties
{
    public const string Onderneming = "onderneming";
    public const string Partijen = "partijen";
    public const string Plan = "plan";
    public const string Activiteiten = "activiteiten";
    public const string Begroting = "begroting";
    public const string Verklaringen = "verklaringen";
    public const string Documenten = "documenten";
    public const string Ondertekening = "ondertekening";

    /// <summary>In the order in which people take them.</summary>
    public static IEnumerable<(string Code, Woorden Titel)> Van(bool partijen) =>
        [
            partijen ? (Partijen, new("De partijen", "The parties")) : (Onderneming, new Woorden("Uw onderneming", "Your enterprise")),
            (Plan, new("Uw plan", "Your plan")),
            (Activiteiten, new("Activiteiten", "Activities")),
            (Begroting, new("Begroting", "Budget")),
            (Verklaringen, new("Verklaringen", "Declarations")),
            (Documenten, new("Documenten", "Documents")),
            (Ondertekening, new("Controleren en ondertekenen", "Check and sign")),
        ];
}
