using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Linked enterprises apply once in a window (2.8, fourth paragraph): of whoever is linked it must be told which enterprise it is, or nobody can see
/// it. Only a foreign one has no KVK number.
/// </summary>
internal static class Verbondencontrole
{
    private const string Artikel = "artikel 2.8, vierde lid";

    /// <param name="onderneming">Null in a partnership, where the parties name those numbers.</param>
    public static IEnumerable<Fout> Ontbrekend(string veld, Regelversie versie, Ondernemingsgegevens? onderneming) =>
        (onderneming?.VerbondenOndernemingen ?? [])
            .Index()
            .Where(b => b.Item.Regelband().IsVerbonden(versie))
            .Select(b => Ontbrekend($"{veld}.verbondenOndernemingen[{b.Index}]", b.Item))
            .OfType<Fout>();

    private static Fout? Ontbrekend(string veld, Verbandgegevens band) =>
        band switch
        {
            { KvkNummer: not null } => null,
            { Buitenlands: not true } => new Fout(
                $"{veld}.kvkNummer",
                "Vul het KVK-nummer van deze onderneming in. U bent verbonden (meer dan 50%) en mag samen één aanvraag per tijdvak doen. Is zij buitenlands en heeft zij geen KVK-nummer? Vul dan 'buitenlands' en haar naam in.",
                Artikel
            ),
            _ when string.IsNullOrWhiteSpace(band.Naam) => new Fout(
                $"{veld}.naam",
                "Vul de naam van deze buitenlandse onderneming in. U bent verbonden (meer dan 50%) en mag samen één aanvraag per tijdvak doen.",
                Artikel
            ),
            _ => null,
        };
}
