using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using static SlimRegeling.Zaken.Tests.Werklijst;

namespace SlimRegeling.Zaken.Tests;

/// <summary>The term by which a case stands in the list of work, and what comes of it when that is over.</summary>
public sealed class WerktermijnTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    private static readonly Instant Nu = SystemClock.Instance.GetCurrentInstant();

    private readonly Werklijst _lijst = new(huis);

    [Fact]
    public async Task The_term_is_that_of_where_the_case_stands()
    {
        var venster = await _lijst.Venster(5);
        var (gevraagd, verleend, afgewezen) = (await venster.Zaak(), await venster.Zaak(), await venster.Zaak());
        var verzonden = Werkvenster.Vandaag.PlusDays(-3);
        await huis.Hoor(
            Guid.NewGuid(),
            new AanvullingGevraagdBericht(gevraagd.Nummer, venster.Id, gevraagd.Kvk, ["begroting"], verzonden.PlusDays(14), Nu)
        );
        await huis.Hoor(
            Guid.NewGuid(),
            new HersteltermijnGestartBericht(gevraagd.Nummer, venster.Id, verzonden, verzonden.PlusDays(14), Nu)
        );
        await huis.Hoor(Guid.NewGuid(), verleend.Verleend with { Op = Nu });
        await huis.Hoor(
            Guid.NewGuid(),
            new AanvraagAfgewezenBericht(
                afgewezen.Nummer,
                venster.Id,
                afgewezen.Kvk,
                "slim-2026",
                afgewezen.Verlening,
                Werkvenster.Vandaag,
                ["x"],
                ["a", "b"],
                Nu
            )
        );
        await huis.Bijgewerkt();

        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.MededelingBuitenBehandeling, verzonden.PlusDays(14))),
            await Uiterlijk(gevraagd, "fase=wacht-op-aanvrager")
        );
        Assert.Equal(
            Dag(Termijnen.Einde(Werkvenster.Regels, Termijncode.AmbtshalveVaststelling, verleend.Verleend.PeriodeTot)),
            await Uiterlijk(verleend, "fase=uitvoeren&status=verleend")
        );
        Assert.Equal(2, (await _lijst.Nummers($"tijdvak={venster.Id}")).Count);

        async Task<string?> Uiterlijk(Voorbeeldzaak zaak, string filter)
        {
            var (_, lijst) = await _lijst.Vraag($"tijdvak={venster.Id}&{filter}");
            var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
            Assert.Equal(zaak.Nummer, Tekst(regel, "zaaknummer"));
            return Tekst(regel.GetProperty("termijn"), "uiterlijk");
        }
    }

    [Fact]
    public async Task The_penalty_runs_from_the_reminder_until_it_is_void_or_decided()
    {
        var venster = await _lijst.Venster(91 + 40);
        var (zaak, besloten) = (await venster.Zaak(), await venster.Zaak());
        var ontvangen = Werkvenster.Vandaag.PlusDays(-25);
        foreach (var laat in (Voorbeeldzaak[])[zaak, besloten])
        {
            await huis.Hoor(Guid.NewGuid(), new IngebrekestellingBericht(laat.Nummer, ontvangen, true, Nu, 3));
        }
        await huis.Hoor(Guid.NewGuid(), besloten.Verleend with { Op = Nu });
        await huis.Bijgewerkt();
        var verwacht = Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag);

        var (_, lijst) = await _lijst.Vraag($"tijdvak={venster.Id}&termijn=in-gebreke");

        var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
        Assert.Equal(zaak.Nummer, Tekst(regel, "zaaknummer"));
        var ingebreke = regel.GetProperty("ingebreke");
        Assert.Equal(
            (verwacht.Dagen, verwacht.Bedrag.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)),
            (ingebreke.GetProperty("dagen").GetInt32(), Tekst(ingebreke, "bedrag"))
        );
        Assert.True(verwacht.Dagen > 0);
        var (_, beeld) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{besloten.Nummer}");
        Assert.Equal(
            Dwangsom.Van(Werkvenster.Regels, ontvangen, Werkvenster.Vandaag.PlusDays(-1)).Dagen,
            beeld.GetProperty("ingebreke").GetProperty("dagen").GetInt32()
        );
        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Null(Tekst(eigen, "ingebreke"));
        Assert.Contains(eigen.GetProperty("stappen").EnumerateArray(), s => Tekst(s, "titel") == "Ingebrekestelling ontvangen");

        await huis.Hoor(Guid.NewGuid(), new IngebrekestellingBericht(zaak.Nummer, ontvangen, false, Nu, 4));
        Assert.Empty(await _lijst.Nummers($"tijdvak={venster.Id}&termijn=in-gebreke"));
    }

    [Fact]
    public async Task Who_was_told_that_the_decision_comes_late_keeps_the_term_of_the_law_beside_that_day()
    {
        var venster = await _lijst.Venster(91 + 40);
        var zaak = await venster.Zaak();
        var (eerst, later) = (Werkvenster.Vandaag.PlusDays(10), Werkvenster.Vandaag.PlusDays(20));
        // The second is heard first.
        await huis.Hoor(Guid.NewGuid(), Gemeld(later, 4));
        await huis.Hoor(Guid.NewGuid(), Gemeld(eerst, 3));
        await huis.Bijgewerkt();
        var verwacht = Dag(later);

        var (_, lijst) = await _lijst.Vraag($"tijdvak={venster.Id}&termijn=verlopen");
        var regel = Assert.Single(lijst.GetProperty("zaken").EnumerateArray());
        Assert.Equal(verwacht, Tekst(regel, "besluitVerwacht"));
        Assert.True(regel.GetProperty("termijn").GetProperty("dagen").GetInt32() < 0);
        var (_, eigen) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        Assert.Equal(verwacht, Tekst(eigen, "besluitVerwacht"));
        Assert.NotEqual(verwacht, Tekst(eigen, "beslissenUiterlijk"));
        Assert.Contains(eigen.GetProperty("stappen").EnumerateArray(), s => Tekst(s, "artikel") == "4:14, eerste lid, Awb");

        await huis.Hoor(Guid.NewGuid(), zaak.Verleend with { Op = Nu });
        await huis.Bijgewerkt();
        var (_, besloten) = await _lijst.Vraag($"tijdvak={venster.Id}");
        Assert.Null(Tekst(Assert.Single(besloten.GetProperty("zaken").EnumerateArray()), "besluitVerwacht"));

        VertragingMedegedeeldBericht Gemeld(LocalDate dag, long versie) =>
            new(zaak.Nummer, zaak.Kvk, "slim-2026", Werkvenster.Vandaag.PlusDays(-40), dag, Nu, versie);
    }
}
