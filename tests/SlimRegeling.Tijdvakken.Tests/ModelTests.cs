using System.Globalization;
using CsCheck;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Random commands on two windows of one year in the database and on their models: after each, at rest, everyone has the same rank, state and money,
/// and each window the same ceiling. Some messages come late or twice; connections are cut and processes die in messages, turns, draws and decisions.
/// </summary>
public sealed class ModelTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    /// <summary>How many times the usual number of windows is tried.</summary>
    internal static readonly int Keer = int.Parse(
        Environment.GetEnvironmentVariable("SLIM_MODEL_KEER") ?? "1",
        CultureInfo.InvariantCulture
    );

    private static readonly Gen<Wat> Open = Gen.Frequency(
        (30, Wat.Indienen),
        (2, Wat.AanvullingVragen),
        (2, Wat.Aanvullen),
        (2, Wat.Intrekken),
        (2, Wat.Beoordelen),
        (1, Wat.Verlenen),
        (1, Wat.Afwijzen),
        (3, Wat.Plafond),
        (1, Wat.Verplaatsen),
        (7, Wat.Horizon),
        (2, Wat.Loten),
        (2, Wat.KomtLaat)
    );

    private static readonly Gen<Wat> Dicht = Gen.Frequency(
        (2, Wat.AanvullingVragen),
        (3, Wat.Aanvullen),
        (3, Wat.Intrekken),
        (3, Wat.Beoordelen),
        (2, Wat.Verlenen),
        (1, Wat.Afwijzen),
        (4, Wat.Plafond),
        (5, Wat.Verplaatsen),
        (3, Wat.Horizon),
        (9, Wat.Loten),
        (4, Wat.Herloten),
        (1, Wat.KomtLaat)
    );

    private static readonly Gen<Dood> Doden = Gen.Frequency((12, Dood.Nee), (1, Dood.Verbinding), (1, Dood.VoorCommit), (1, Dood.NaCommit));

    private static readonly Gen<(Volgorde, Overschrijding, bool, int)> Venster = Gen.Select(
        Gen.Enum<Volgorde>(),
        Gen.Enum<Overschrijding>(),
        Gen.Bool,
        Gen.Int[20, 240]
    );

    private static readonly Gen<((Volgorde, Overschrijding, bool, int)[], Opdracht[], Opdracht[])> Spellen = Gen.Select(
        Venster.Array[2],
        Opdrachten(Open).Array[12, 40],
        Opdrachten(Dicht).Array[6, 20]
    );

    [Fact]
    public async Task One_by_one_the_windows_do_what_the_models_do()
    {
        var (vensters, opdrachten, uitval, gedaan) = (0, 0, new Uitval(huis), new SortedDictionary<string, int>());
        await Spellen.SampleAsync(
            async geval =>
            {
                var (soorten, open, dicht) = geval;
                var tijd = new Tijd(gedaan);
                var spellen = new List<Spel>();
                foreach (var (volgorde, overschrijding, getekend, plafond) in soorten)
                {
                    spellen.Add(await Spel.Begin(huis, uitval, new Model(volgorde, overschrijding, getekend, plafond), tijd));
                    vensters++;
                }
                var sluiten = new Opdracht(Wat.Sluiten, 0, 0, 0, false, Dood.Nee, Dood.Nee);
                foreach (var opdracht in (Opdracht[])[.. open, sluiten, sluiten with { Waar = 1 }, .. dicht])
                {
                    await spellen[opdracht.Waar].Doe(opdracht, spellen[1 - opdracht.Waar]);
                    await spellen[opdracht.Waar].Vergelijk();
                    if (opdracht.Wat == Wat.Verplaatsen)
                    {
                        await spellen[1 - opdracht.Waar].Vergelijk();
                    }
                    opdrachten++;
                }
            },
            iter: 4 * Keer,
            threads: 1
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{vensters} windows, {opdrachten} commands, {uitval.Geraakt} connections cut; {string.Join(", ", gedaan.Select(g => $"{g.Key} {g.Value}"))}"
        );
        Assert.True(uitval.Geraakt > 0);
    }

    private static Gen<Opdracht> Opdrachten(Gen<Wat> gen) =>
        from wat in gen
        from waar in Gen.Int[0, 1]
        from wie in Gen.Int[0, 30]
        from bedrag in Gen.Int[1, 60]
        from laat in Gen.Frequency((7, false), (1, true))
        from dood in Doden
        from beurt in Doden
        select new Opdracht(wat, waar, wie, bedrag, laat, dood, beurt);
}
