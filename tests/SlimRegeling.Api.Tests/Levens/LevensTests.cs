using System.Globalization;
using CsCheck;
using Npgsql;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>
/// Random lives from award to settlement and recovery, on the whole program: changes, reports, advances, withdrawals, objections, settlements, what the bank
/// refuses, sends back, loses or cannot name, attachments, accounts, claims, reminders, writs, bankruptcy, death, recognition, interest both ways, repayments,
/// instalments, set-offs, write-offs, counter-entries and closed months in any order, each by who may, while connections are cut. After each, at rest, the
/// money is right in every context; and from wherever a life is found it reaches an end.
/// </summary>
public sealed partial class LevensTests
{
    internal const string Gelukt = "gelukt";

    /// <summary>How many times the usual number of lives is lived.</summary>
    internal static readonly int Keer = int.Parse(
        Environment.GetEnvironmentVariable("SLIM_LEVENS_KEER") ?? "1",
        CultureInfo.InvariantCulture
    );

    private static readonly Gen<Daad> Tijdens = Gen.Frequency(
        (2, Daad.Tijd),
        (1, Daad.Melden),
        (5, Daad.VraagWijziging),
        (1, Daad.TrekWijzigingIn),
        (5, Daad.StelWijzigingVoor),
        (1, Daad.ZendWijzigingTerug),
        (5, Daad.TekenWijziging),
        (2, Daad.MeldVoortgang),
        (2, Daad.StelVoorschotVoor),
        (1, Daad.ZendVoorschotTerug),
        (2, Daad.TekenVoorschot),
        (2, Daad.StelIntrekkingVoor),
        (2, Daad.GeefZienswijze),
        (2, Daad.LegIntrekkingVoor),
        (1, Daad.ZendIntrekkingTerug),
        (2, Daad.TekenIntrekking),
        (3, Daad.MaakBezwaar),
        (1, Daad.TrekBezwaarIn),
        (4, Daad.BehandelBezwaar),
        (1, Daad.ZendBezwaarTerug),
        (4, Daad.TekenBezwaar),
        (2, Daad.Betaal),
        (1, Daad.WijsAf),
        (1, Daad.KomtTerug),
        (1, Daad.NeemBestandTerug),
        (1, Daad.VergoedRente),
        (1, Daad.KoppelOpdracht),
        (1, Daad.Retour),
        (1, Daad.ZetOpTussenrekening),
        (1, Daad.BoekBankkosten),
        (1, Daad.StreepWeg),
        (1, Daad.LegBeslag),
        (1, Daad.BetaalBeslaglegger),
        (1, Daad.HefBeslagOp),
        (1, Daad.WijzigRekening),
        (1, Daad.ControleerRekening),
        (1, Daad.Tegenboek),
        (1, Daad.SluitMaand),
        (1, Daad.Declareer)
    );

    private static readonly Gen<Daad> Daarna = Gen.Frequency(
        (2, Daad.Tijd),
        (1, Daad.VraagWijziging),
        (1, Daad.StelWijzigingVoor),
        (1, Daad.TekenWijziging),
        (2, Daad.StelIntrekkingVoor),
        (1, Daad.GeefZienswijze),
        (2, Daad.LegIntrekkingVoor),
        (1, Daad.ZendIntrekkingTerug),
        (3, Daad.TekenIntrekking),
        (4, Daad.MaakBezwaar),
        (1, Daad.TrekBezwaarIn),
        (5, Daad.BehandelBezwaar),
        (1, Daad.ZendBezwaarTerug),
        (5, Daad.TekenBezwaar),
        (3, Daad.TrekSteekproef),
        (3, Daad.GeefBewijs),
        (5, Daad.Declareer),
        (1, Daad.VraagAanvulling),
        (8, Daad.Beoordeel),
        (8, Daad.TekenVaststelling),
        (4, Daad.Betaal),
        (1, Daad.WijsAf),
        (1, Daad.KomtTerug),
        (1, Daad.NeemBestandTerug),
        (1, Daad.VergoedRente),
        (1, Daad.KoppelOpdracht),
        (1, Daad.Retour),
        (1, Daad.ZetOpTussenrekening),
        (1, Daad.BoekBankkosten),
        (1, Daad.StreepWeg),
        (1, Daad.LegBeslag),
        (1, Daad.BetaalBeslaglegger),
        (2, Daad.HefBeslagOp),
        (1, Daad.WijzigRekening),
        (2, Daad.ControleerRekening),
        (1, Daad.Tegenboek),
        (1, Daad.SluitMaand),
        (4, Daad.Vorder),
        (2, Daad.Maan),
        (2, Daad.Rente),
        (4, Daad.BetaalTerug),
        (2, Daad.TrefRegeling),
        (1, Daad.BeeindigRegeling),
        (2, Daad.Verreken),
        (2, Daad.Afboeken),
        (2, Daad.KoppelVordering),
        (1, Daad.GeefTerug),
        (2, Daad.Dwangbevel),
        (1, Daad.Belemmer),
        (1, Daad.HefBelemmeringOp),
        (1, Daad.Erken)
    );

    private static readonly Gen<(Levenssoort, Begin[], Opdracht[], Opdracht[])> Levens = Gen.Select(
        Gen.Enum<Levenssoort>(),
        Gen.Frequency((3, Begin.Verlenen), (3, Begin.Lager), (1, Begin.Afwijzen)).Array[2],
        Opdrachten(Tijdens).Array[8, 24],
        Opdrachten(Daarna).Array[8, 24]
    );

    [Fact]
    public async Task Every_life_reaches_its_end_and_no_money_is_promised_twice()
    {
        // A clock goes on for years in a few lives, and no rules are known for the next century: a house of their own for each few.
        for (var huis = 0; huis < Keer; huis++)
        {
            await InEenHuis(huis == 0 ? Vast : []);
        }
    }

    private static async Task InEenHuis((Levenssoort Soort, Begin[] Begin, Opdracht[] Tijdens, Opdracht[] Daarna)[] vast)
    {
        var huis = new Afstemhuis();
        await huis.InitializeAsync();
        await using var _ = huis;
        var gedaan = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var toezicht = NpgsqlDataSource.Create($"{huis.Huis.Verbinding};Application Name={Beller.Toezicht}");
        var beller = new Beller(huis.Huis, toezicht);
        var proef = new Levensproef(beller, toezicht);
        var levens = 0;
        foreach (var leven in vast)
        {
            await Leef(leven);
        }
        var gelukt = gedaan.Keys.ToHashSet(StringComparer.Ordinal);
        Assert.All(vast.Length == 0 ? [] : Enum.GetValues<Daad>(), daad => Assert.Contains($"{daad} {Gelukt}", gelukt));
        await Levens.SampleAsync(Leef, iter: vast.Length == 0 ? 8 : 3, threads: 1);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{levens} lives, {beller.Geknipt} connections cut, {beller.Onbeantwoord} unanswered; {string.Join(", ", gedaan.Select(g => $"{g.Key} {g.Value}"))}"
        );
        // In the fixed lives some are, surely.
        Assert.True(vast.Length == 0 || beller.Geknipt > 0, "No connection was cut.");
        await beller.Rust();
        await beller.Herhaal(huis.Verouder);
        await beller.Herhaal(async () =>
        {
            var alarmen = await huis.Alarmen();
            Assert.True(alarmen.Count == 0, string.Join('\n', alarmen));
        });

        async Task Leef((Levenssoort Soort, Begin[] Begin, Opdracht[] Tijdens, Opdracht[] Daarna) leven)
        {
            levens += leven.Begin.Length;
            // The year that the project takes goes by between.
            await new Levensloop(beller, proef, gedaan).Leef(
                leven.Soort,
                leven.Begin,
                [.. leven.Tijdens, Gewoon(Daad.Tijd, 3), .. leven.Daarna]
            );
        }
    }

    private static Opdracht Gewoon(Daad daad, int keuze = 0) => new(daad, 0, keuze, null);

    private static Gen<Opdracht> Opdrachten(Gen<Daad> daden) =>
        from daad in daden
        from wie in Gen.Int[0, 1]
        from keuze in Gen.Int[0, 59]
        from knip in Gen.Int[-300, 30]
        from welke in Gen.Int[0, 3]
        select new Opdracht(daad, wie, keuze, knip < 0 ? null : knip, welke);
}
