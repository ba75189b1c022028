using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// A page with words to write and a file to send of each thing that is asked. One form, so that what was written is still there after a file was
/// sent.
/// </summary>
public abstract class Stukkenblad(DossiersApi dossiers, Bestandspost post, Typwerk typwerk, Kladblad klad, Persoonlezer lezer)
    : Kladpagina(typwerk, klad, lezer)
{
    private readonly Dictionary<string, string> _teksten = new(StringComparer.Ordinal);

    public IReadOnlyList<Dossierstuk> Stukken { get; private set; } = [];

    public Bestandseisen Eisen { get; private set; } = null!;

    /// <summary>What is wrong, by the id of its field; Dutch when the API said it.</summary>
    public Dictionary<string, (string Uitleg, bool VanApi)> Fouten { get; } = [];

    public IReadOnlyList<Foutregel> Foutregels => [.. Fouten.Select(f => new Foutregel(f.Key, "", f.Value.Uitleg, null))];

    public string? Bericht { get; protected set; }

    /// <summary>A file came in, and the page goes on.</summary>
    public string? Ontvangen { get; protected set; }

    /// <summary>The fields in which words are written.</summary>
    protected abstract IEnumerable<string> Tekstvelden { get; }

    /// <summary>The files that are asked, each with the kind under which it is sent.</summary>
    protected abstract IEnumerable<(string Code, string Soort)> Gevraagd { get; }

    protected override IReadOnlyDictionary<string, string> Bewaarvelden => _teksten;

    /// <summary>What was typed in a field; null when it did not come.</summary>
    protected string? Ingevuld(string veld) => _teksten.GetValueOrDefault(veld);

    protected override void Neem(IReadOnlyDictionary<string, string> velden)
    {
        foreach (var veld in Tekstvelden.Where(velden.ContainsKey))
        {
            _teksten[veld] = velden[veld];
        }
    }

    protected async Task LaadStukken(CancellationToken ct)
    {
        // Whose it is; that of another is not found.
        Stukken = await dossiers.Documenten(Zaaknummer, ct);
        Eisen = await dossiers.Eisen(ct);
    }

    /// <summary>Takes the files that came.</summary>
    /// <returns>The code of the file of which the button was pressed; null when it was another button.</returns>
    protected async Task<string?> Ontvang(string? doe, CancellationToken ct)
    {
        var gekozen = Bestandspost.Gekozen(doe);
        Ontvangen = await post.Ontvang(Zaaknummer, Request.Form.Files, Gevraagd, gekozen, Gestuurdesleutel, Fouten, ct);
        if (Ontvangen is not null)
        {
            Stukken = await dossiers.Documenten(Zaaknummer, ct);
        }
        return gekozen;
    }
}
