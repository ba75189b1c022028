using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>
/// A page of the project of a case that is sent as a whole: a form, and documents that go with it. Files are sent with whichever button, and then
/// stand there ticked.
/// </summary>
public abstract class Projectblad(DossiersApi dossiers, Bestandspost post, Typwerk typwerk, Kladblad klad, Persoonlezer lezer)
    : Kladpagina(typwerk, klad, lezer)
{
    /// <summary>The boxes of documents that were sent before.</summary>
    public const string Stukveld = "_stuk";

    public const string Bestandveld = "bestand";

    // No path of a field begins so.
    private const string Bewaardestukken = "_stukken";

    public Veld Formulier { get; protected set; } = new("", Veldsoort.Groep, "");

    public Invulling Invulling { get; protected set; } = new();

    /// <summary>Those of the kind of this page that were sent before, and what was chosen before.</summary>
    public IReadOnlyList<Dossierstuk> Stukken { get; private set; } = [];

    public Bestandseisen Eisen { get; private set; } = null!;

    /// <summary>Ids of the documents that go along.</summary>
    public HashSet<string> Gekozen { get; protected set; } = [];

    /// <summary>Why a file was not taken; Dutch when the API said it.</summary>
    public (string Uitleg, bool VanApi)? Bestandfout { get; protected set; }

    public string? Bericht { get; protected set; }

    public string? Artikel { get; protected set; }

    public bool MagVerantwoorden => Persoon?.Mag(Machtigingsomvang.Verantwoorden) == true;

    public IReadOnlyList<Foutregel> Fouten =>
        [
            .. Foutregel.Van(Formulier, Invulling),
            .. Bestandfout is { } fout ? (Foutregel[])[new Foutregel(Bestandveld, "", fout.Uitleg, null)] : [],
        ];

    /// <summary>The kind under which a file of this page is sent, and by which the earlier ones are found.</summary>
    protected abstract string Stuksoort { get; }

    protected override IReadOnlyDictionary<string, string> Bewaarvelden =>
        new Dictionary<string, string>(Invulling.Waarden) { [Bewaardestukken] = string.Join(' ', Gekozen) };

    protected async Task LaadStukken(CancellationToken ct)
    {
        // Whose it is; that of another is not found.
        var alle = await dossiers.Documenten(Zaaknummer, ct);
        Stukken = [.. alle.Where(s => !s.IsGeweigerd && (s.Soort == Stuksoort || Gekozen.Contains(s.Id)))];
        Eisen = await dossiers.Eisen(ct);
    }

    protected override void Neem(IReadOnlyDictionary<string, string> velden) =>
        Zet(velden, velden.GetValueOrDefault(Bewaardestukken, "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    protected override void Neem(Getypt getypt) => Zet(getypt.Velden, getypt.Alle(Stukveld));

    protected override void LeesVorm()
    {
        Invulling = Invulling.Van(Formulier, Invulling.Velden(Request.Form));
        Gekozen = [.. Request.Form[Stukveld].OfType<string>()];
    }

    private void Zet(IReadOnlyDictionary<string, string> velden, IEnumerable<string> gekozen)
    {
        Invulling = Invulling.Van(Formulier, velden.Where(v => !v.Key.StartsWith('_')));
        Gekozen = [.. gekozen];
    }

    /// <summary>Takes the files that came.</summary>
    /// <returns>Whether all of them were taken.</returns>
    protected async Task<bool> NeemBestanden(CancellationToken ct)
    {
        foreach (var (i, bestand) in Request.Form.Files.GetFiles(Bestandveld).Index())
        {
            var (document, fout) = await post.Neem(Zaaknummer, Stuksoort, bestand, $"{Gestuurdesleutel}-{i}", ct);
            if (document is null)
            {
                Bestandfout = fout;
                break;
            }
            Gekozen.Add(document);
        }
        if (Request.Form.Files.Count > 0)
        {
            await LaadStukken(ct);
        }
        return Bestandfout is null;
    }

    /// <summary>What the API refuses, at its field when the form has it; else above the form.</summary>
    protected void Meld(JsonAntwoord antwoord, Func<string, string>? plaats = null)
    {
        foreach (var fout in antwoord.Fouten)
        {
            var pad = plaats?.Invoke(fout.Veld) ?? fout.Veld;
            if (Formulier.Zoek(pad) is not null)
            {
                Invulling.Meld(pad, fout.Uitleg, fout.Artikel);
            }
            else
            {
                Bericht = $"{Bericht} {fout.Uitleg}".Trim();
            }
        }
        if (antwoord.Fouten.Count == 0)
        {
            (Bericht, Artikel) = (antwoord.Uitleg, antwoord.Artikel);
        }
    }

    protected static string Zaakpad(string zaaknummer, string rest) => $"/aanvragen/{zaaknummer}{rest}";
}
