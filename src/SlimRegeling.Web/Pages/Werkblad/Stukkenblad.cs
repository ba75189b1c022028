using System.Globalization;
using System.Text;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>A document of the case, beside it: its picture, its text or a page of it, or that it can only be saved.</summary>
/// <param name="Tekst">What stands in it; null when it is no text.</param>
/// <param name="Blad">Of a PDF; null of anything else.</param>
public sealed record Voorvertoning(Dossierstuk Stuk, string? Tekst = null, bool Afgekapt = false, Bladbeeld? Blad = null)
{
    public bool IsBeeld => Download.IsBeeld(Stuk.Mediatype);
}

/// <summary>The documents of a case beside what is done in it, with the one that is looked at.</summary>
/// <param name="Zaak">Address of the case, from which documents are saved.</param>
/// <param name="Stukken">Null when they cannot be looked up now.</param>
/// <param name="Gevraagd">What the window asks, for their titles.</param>
public sealed record Stukkenblad(
    string Zaak,
    IReadOnlyList<Dossierstuk>? Stukken,
    IReadOnlyList<Gevraagdstuk> Gevraagd,
    Voorvertoning? Getoond
)
{
    /// <summary>So begins what a button of a form asks for when it asks for a document.</summary>
    public const string Kies = "toon:";

    /// <summary>
    /// The form of this page in which something may have been typed: a document is asked for with it, so that all of that comes back. Null where there
    /// is none, and a link does.
    /// </summary>
    public string? Formulier { get; init; }

    /// <summary>Whether the reader just asked for the document, and goes on there.</summary>
    public bool Focus { get; init; }

    /// <summary>Where the page is that shows them, when a link does.</summary>
    public string Hier { get; init; } = Zaak;

    /// <summary>What kind of document it is, in words.</summary>
    public string Soort(string code) =>
        Gevraagd.FirstOrDefault(g => g.Code == code)?.Titel
        ?? (
            code == Gevraagdstuk.Anders ? "Bijlage"
            : code.StartsWith(Bewijs, StringComparison.Ordinal) ? $"Bewijs van activiteit {code[Bewijs.Length..].ToUpperInvariant()}"
            : code.Replace('-', ' ')
        );

    /// <summary>What a button asks for.</summary>
    public static string Knop(string stuk, int bladzijde = 1) => string.Create(CultureInfo.InvariantCulture, $"{Kies}{bladzijde}:{stuk}");

    /// <returns>Null when no document is asked for.</returns>
    public static (string Stuk, int Bladzijde)? Gekozen(string? doe) =>
        doe?.StartsWith(Kies, StringComparison.Ordinal) == true
        && doe[Kies.Length..].Split(':', 2) is [var blad, var stuk]
        && int.TryParse(blad, NumberStyles.None, CultureInfo.InvariantCulture, out var bladzijde)
            ? (stuk, bladzijde)
            : null;

    /// <summary>Where a link leads to.</summary>
    public string Adres(string stuk, int bladzijde = 1) => $"{Hier}{Vraag(stuk, bladzijde)}#voorvertoning";

    /// <summary>By which an address tells which document is shown; empty when none is.</summary>
    public static string Vraag(string? stuk, int? bladzijde) =>
        string.IsNullOrEmpty(stuk)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"?stuk={Uri.EscapeDataString(stuk)}&bladzijde={bladzijde ?? 1}");

    private const string Bewijs = "bewijs-activiteit-";
}

/// <summary>Reads the documents of a case and the one that is looked at, of which nothing runs.</summary>
public sealed class Stukkenkijker(Zaakbladlezer bladlezer, DossiersApi dossiers)
{
    /// <summary>So much of a text is shown; the whole can be saved.</summary>
    private const int MeesteTekens = 100_000;

    /// <param name="zaak">Address of the case.</param>
    /// <param name="stuk">Id of the one that is looked at.</param>
    /// <param name="bladzijde">Which page of it, from 1.</param>
    public async Task<Stukkenblad> Lees(
        string zaaknummer,
        string zaak,
        IReadOnlyList<Gevraagdstuk> gevraagd,
        string? stuk,
        int? bladzijde,
        CancellationToken ct
    )
    {
        var stukken = await bladlezer.Stukken(zaaknummer, ct);
        var gekozen = stukken?.FirstOrDefault(s => s.Id == stuk && s.IsTeOpenen);
        return new(zaak, stukken, gevraagd, gekozen is null ? null : await Bekijk(gekozen, bladzijde, ct));
    }

    private async Task<Voorvertoning> Bekijk(Dossierstuk stuk, int? bladzijde, CancellationToken ct)
    {
        if (stuk.Mediatype == "application/pdf")
        {
            return new(stuk, Blad: await Bladbeeld.Lees(dossiers, stuk.Id, bladzijde, ct));
        }
        if (stuk.Mediatype is not ("text/plain" or "text/csv"))
        {
            return new(stuk);
        }
        using var antwoord = await dossiers.Bestand($"documenten/{Uri.EscapeDataString(stuk.Id)}", ct);
        using var tekst = new StreamReader(await antwoord.Content.ReadAsStreamAsync(ct), Encoding.UTF8);
        var ruimte = new char[MeesteTekens + 1];
        var gelezen = await tekst.ReadBlockAsync(ruimte, ct);
        return new(stuk, new string(ruimte, 0, Math.Min(gelezen, MeesteTekens)), gelezen > MeesteTekens);
    }
}
