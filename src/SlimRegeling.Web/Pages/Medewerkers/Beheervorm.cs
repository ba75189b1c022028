using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Medewerkers;

/// <summary>What came of a form on a page that has several: what was typed in it and what is wrong with it.</summary>
/// <param name="Naam">Which form; with it begin the ids of its fields.</param>
/// <param name="Getypt">By the name of the field.</param>
/// <param name="Antwoord">Null when it did not arrive, and is given back.</param>
/// <param name="Teruggehaald">Why it did not arrive; null when it did.</param>
public sealed record Beheervorm(
    string Naam,
    IReadOnlyDictionary<string, string> Getypt,
    JsonAntwoord? Antwoord,
    Bewaarreden? Teruggehaald = null
)
{
    /// <summary>The hidden field that tells which form of the page was sent.</summary>
    public const string Naamveld = "vorm";

    public IReadOnlyList<Foutregel> Foutregels =>
        Antwoord is null ? [] : [.. Antwoord.Fouten.Select(f => new Foutregel($"{Naam}-{f.Veld}", "", f.Uitleg, f.Artikel))];

    /// <summary>Why it cannot be, when nothing in the form is wrong.</summary>
    public string? Weigering => Antwoord is { Fouten.Count: 0 } ? Antwoord.Uitleg : null;

    /// <summary>What was typed in this form and did not arrive.</summary>
    public static Beheervorm Terug(string naam, Getypt getypt) => new(naam, getypt.Velden, null, getypt.Reden);

    public string? Waarde(string vorm, string veld) => vorm == Naam ? Getypt.GetValueOrDefault(veld) : null;

    public string? Fout(string vorm, string veld) => vorm == Naam ? Antwoord?.Fouten.FirstOrDefault(f => f.Veld == veld)?.Uitleg : null;
}

/// <summary>The field for a reason, in one of the forms of a page.</summary>
/// <param name="Vorm">Which form.</param>
/// <param name="Veld">Its name there.</param>
/// <param name="Laatste">What came of the form that was sent; null when none was.</param>
public sealed record Redenveld(string Vorm, string Titel, string Uitleg, Beheervorm? Laatste, string Veld = "reden")
{
    public string Id => $"{Vorm}-{Veld}";

    public string? Waarde => Laatste?.Waarde(Vorm, Veld);

    public string? Fout => Laatste?.Fout(Vorm, Veld);
}

/// <summary>Roles as people read them.</summary>
public static class Rolnaam
{
    /// <summary><c>Financieel medewerker</c>; its English is in the texts.</summary>
    /// <param name="claimwaarde">As in a token.</param>
    public static string Van(string claimwaarde) => $"{char.ToUpperInvariant(claimwaarde[0])}{claimwaarde[1..].Replace('-', ' ')}";
}
