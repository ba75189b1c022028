using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

public enum Taakstand
{
    NietBegonnen,
    Bezig,
    Klaar,
    Fout,
}

/// <param name="Code">The part of the form that it fills, and its place in the address.</param>
public sealed record Taak(string Code, string Titel, string Uitleg);

/// <summary>The tasks of an application; which of them there are follows from the form of the window.</summary>
public static class Taken
{
    /// <summary>The section of the form that is filled by signing.</summary>
    public const string Ondertekening = "ondertekening";

    public const string Onderneming = "onderneming";

    /// <summary>The parties of a partnership; each declares for itself there.</summary>
    public const string Partijen = "partijen";

    public const string Verklaringen = "verklaringen";

    public const string Rekening = "rekening";

    /// <summary>The declaration by which one signs.</summary>
    public const string Waarheid = "verklaringen.waarheid";

    public const string Ontbreekt = "Dit veld ontbreekt. Vul het in.";

    public static readonly IReadOnlyList<Taak> Alle =
    [
        new(Onderneming, "Uw onderneming", "Hoe groot u bent en met wie u een band hebt."),
        new(Partijen, "Partijen", "Wie er meedoen, hoe groot zij zijn, wat zij dragen en verklaren."),
        new("plan", "Uw plan", "Wat u wilt bereiken en hoe."),
        new("activiteiten", "Activiteiten en begroting", "Wat u gaat doen en wat het kost."),
        new(Verklaringen, "Verklaringen", "Over uw omvang en over de-minimissteun."),
        new(Rekening, "Rekening", "Waar wij de subsidie betalen."),
    ];

    /// <summary>The task in which a missing declaration can be made.</summary>
    public static string Verklaarplaats(Conceptbeeld concept) => concept.IsSamenwerkingsverband ? Partijen : Verklaringen;

    public static Taak? Zoek(string code) => Alle.FirstOrDefault(t => t.Code == code);

    public static Taak? Na(Taak taak) => Alle.SkipWhile(t => t != taak).Skip(1).FirstOrDefault();

    /// <param name="deel">What belongs to the task.</param>
    /// <param name="controle">Of the whole form.</param>
    public static Taakstand Stand(Taak taak, Veld formulier, Invulling deel, Controle controle)
    {
        deel.MeldOntbrekend(formulier.Velden[0], taak.Code, Ontbreekt);
        var eigen = controle.Fouten.Where(f => IsVan(f, taak)).ToList();
        return deel.IsLeeg(taak.Code) ? Taakstand.NietBegonnen
            // What is said of an empty place is that it must be filled in.
            : eigen.Exists(f => f.Pad != taak.Code && !deel.IsLeeg(f.Pad)) ? Taakstand.Fout
            : eigen.Count + deel.Fouten.Count > 0 || (taak.Code is Verklaringen or Partijen && controle.Verklaringen) ? Taakstand.Bezig
            : Taakstand.Klaar;
    }

    /// <summary>Whether something is said of a task, and not of the signature under all of them.</summary>
    public static bool IsVan(Veldfout fout, Taak taak) => Pad.Onder(fout.Pad, taak.Code) && fout.Pad != Waarheid;
}
