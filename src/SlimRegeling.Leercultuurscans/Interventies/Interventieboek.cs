using Marten;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>The catalogue: the interventions that come with the program, and over them what the scheme manager wrote.</summary>
public sealed class Interventieboek(Werkeenheid<LeercultuurscansContext> eenheid)
{
    private const string Bestand = "Interventies/interventies.json";

    private static readonly Lazy<IReadOnlyList<Interventie>> VanHuis = new(() => Lees(Bestand, Bestanden.Lees(Bestand)));

    /// <summary>Those that come with the program.</summary>
    public static IReadOnlyList<Interventie> Ingebouwd => VanHuis.Value;

    /// <summary>All, also those that are not active, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Interventie>> Alle(CancellationToken ct) =>
        Samen(await eenheid.Sessie.QueryAsync<Interventiestand>("order by id", ct));

    /// <summary>What was written of the same intervention in another stream gives way to its own.</summary>
    internal static IReadOnlyList<Interventie> Samen(IEnumerable<Interventiestand> standen)
    {
        var beschreven = standen
            .Where(s => s.Interventie is not null)
            .GroupBy(s => s.Interventie!.Id, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.OrderBy(s => s.Id == Interventiestand.Stroom(g.Key)).Last().Interventie!,
                StringComparer.Ordinal
            );
        return
        [
            .. Ingebouwd.Where(i => !beschreven.ContainsKey(i.Id)).Concat(beschreven.Values).OrderBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="Gegevensfout">Something is absent, unknown or wrong.</exception>
    internal static IReadOnlyList<Interventie> Lees(string bestand, byte[] utf8) =>
        Gegevenslezer.Lees<IReadOnlyList<Interventie>>(
            bestand,
            utf8,
            (lezer, buitenste) =>
            {
                lezer.Alleen(buitenste, "interventies");
                var delen = lezer.Delen(buitenste, "interventies");
                var gelezen = delen.Select(d => Lees(lezer, d)).ToList();
                foreach (var dubbel in gelezen.GroupBy(i => i.Id).Where(g => g.Count() > 1))
                {
                    lezer.Fout(buitenste, $"'{dubbel.Key}' staat er twee keer");
                }
                return gelezen;
            }
        );

    private static Interventie Lees(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(
            v,
            "id",
            "naam",
            "omschrijving",
            "dimensies",
            "fasen",
            "doelgroepen",
            "groottes",
            "sectoren",
            "belemmeringen",
            "inspanning",
            "kosten",
            "routes",
            "bewijs",
            "bron",
            "eigenaar",
            "gecontroleerdOp"
        );
        return new(
            lezer.Tekst(v, "id"),
            LeesTweetalig(lezer, lezer.Deel(v, "naam")),
            LeesTweetalig(lezer, lezer.Deel(v, "omschrijving")),
            lezer.Keuzes(v, "dimensies", Dimensies.Codes),
            lezer.Keuzes(v, "fasen", Keuzelijsten.Fasen.Codes()),
            lezer.Keuzes(v, "doelgroepen", Interventie.Doelgroepkeuzes),
            lezer.Keuzes(v, "groottes", Keuzelijsten.Groottes.Codes()),
            lezer.Keuzes(v, "sectoren", Keuzelijsten.Sectoren.Codes()),
            lezer.Keuzes(v, "belemmeringen", Keuzelijsten.Belemmeringen.Codes()),
            lezer.Keuze(v, "inspanning", Interventie.Inspanningen),
            lezer.Keuze(v, "kosten", Interventie.Kostenklassen),
            lezer.Keuzes(v, "routes", Interventie.Routekeuzes),
            lezer.Keuze(v, "bewijs", Interventie.Bewijzen),
            lezer.Tekst(v, "bron"),
            lezer.Tekst(v, "eigenaar"),
            lezer.Dag(v, "gecontroleerdOp")
        );
    }

    private static Tweetalig LeesTweetalig(Gegevenslezer lezer, Voorwerp v)
    {
        lezer.Alleen(v, "nl", "en");
        return new(lezer.Tekst(v, "nl"), lezer.Tekst(v, "en"));
    }
}
