using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What is wrong with the parties of a partnership in a form.</summary>
internal static class Partijcontrole
{
    private const int MeestePartijen = 100;

    /// <inheritdoc cref="Formuliercontrole.Fouten"/>
    public static IEnumerable<Fout> Fouten(string veld, IReadOnlyList<Partijgegevens>? partijen)
    {
        if (partijen is null)
        {
            return [];
        }
        return partijen.Count > MeestePartijen
            ? [new Fout(veld, $"Noem ten hoogste {MeestePartijen} partijen.")]
            : [.. Gegevenscontrole.Nummers(veld, partijen), .. partijen.SelectMany((partij, i) => Fouten($"{veld}[{i}]", partij))];
    }

    /// <inheritdoc cref="Formuliercontrole.Ontbrekend"/>
    public static IEnumerable<Fout> Ontbrekend(string veld, IReadOnlyList<Partijgegevens> partijen, string aanvrager)
    {
        if (partijen.Count == 0)
        {
            return [new Fout(veld, "Noem de partijen van het samenwerkingsverband.", "artikel 2.23, eerste lid")];
        }
        return
        [
            .. Gegevenscontrole.Hoofdaanvrager(veld, partijen) is { } fout ? (Fout[])[fout] : Zelf(veld, partijen, aanvrager),
            .. partijen.SelectMany((partij, i) => Omvang($"{veld}[{i}]", partij)),
        ];
    }

    private static IEnumerable<Fout> Fouten(string veld, Partijgegevens partij) =>
        [
            .. Keuze($"{veld}.rol", partij.Rol, Gegevenscontrole.Rollen),
            .. Keuze($"{veld}.type", partij.Type, Partijsoort.Alle),
            .. Formuliercontrole.Negatief($"{veld}.aandeelKosten", partij.AandeelKosten),
            .. Formuliercontrole.Negatief($"{veld}.jaaromzet", partij.Jaaromzet),
            .. Formuliercontrole.Negatief($"{veld}.balanstotaal", partij.Balanstotaal),
            .. Formuliercontrole.SbiCodes($"{veld}.sbiCodes", partij.SbiCodes ?? []),
            .. Formuliercontrole.KvkNummers($"{veld}.verbondenMet", partij.VerbondenMet),
            .. Formuliercontrole.DeMinimis($"{veld}.verklaringen.deMinimis", partij.Verklaringen?.DeMinimis),
            .. partij.Naam?.Length > Formuliercontrole.LangsteNaam
                ? (Fout[])[new Fout($"{veld}.naam", $"Gebruik ten hoogste {Formuliercontrole.LangsteNaam} tekens.")]
                : [],
        ];

    private static IEnumerable<Fout> Keuze(string veld, string waarde, IReadOnlyList<string> keuzes) =>
        keuzes.Contains(waarde) ? [] : [new Fout(veld, Gegevenscontrole.Kies(keuzes))];

    /// <summary>A partnership is asked for by its hoofdaanvrager, who represents the others (2.21).</summary>
    private static IEnumerable<Fout> Zelf(string veld, IReadOnlyList<Partijgegevens> partijen, string aanvrager) =>
        partijen
            .Index()
            .Where(p => p.Item.Rol == Deelnemergegevens.Hoofdaanvrager && p.Item.KvkNummer != aanvrager)
            .Select(p => new Fout(
                $"{veld}[{p.Index}].kvkNummer",
                $"De hoofdaanvrager dient de aanvraag in. U bent aangemeld namens {aanvrager}: maak die onderneming hoofdaanvrager, of meld u aan namens de hoofdaanvrager.",
                "artikel 2.21"
            ));

    /// <summary>Without its size it is not known whether an enterprise is an mkb-onderneming.</summary>
    private static IEnumerable<Fout> Omvang(string veld, Partijgegevens partij)
    {
        (string Naam, decimal? Waarde)[] omvang =
        [
            ("werkzamePersonen", partij.WerkzamePersonen),
            ("jaaromzet", partij.Jaaromzet),
            ("balanstotaal", partij.Balanstotaal),
        ];
        return partij.IsMkb
            ? omvang
                .Where(o => o.Waarde is null)
                .Select(o => new Fout($"{veld}.{o.Naam}", "Vul dit in: een mkb-onderneming noemt haar omvang.", "artikel 2.1"))
            : [];
    }
}
