using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// From the day on which the minister means to withdraw, nothing of that case is paid: until it is decided or dropped, or thirteen weeks are over (4:56 Awb),
/// whether the recipient is heard or not.
/// </summary>
public sealed class OpschortingTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static LocalDate Vandaag => Moment.Dag(SystemClock.Instance.GetCurrentInstant());

    [Theory]
    [InlineData(null)]
    [InlineData("spoed")]
    public async Task Op_de_laatste_dag_van_dertien_weken_wacht_elke_betaling_van_die_zaak_en_alleen_van_die(string? nietGehoord)
    {
        var (zaak, ander) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var elk in (Zaak[])[zaak, ander])
        {
            await huis.Zeg(elk.Rekening(1), elk.SubsidieVerleend, elk.VoorschotToegekend, elk.SubsidieVastgesteld);
        }
        await huis.Zeg(Voornemen(zaak, Vandaag, nietGehoord));

        foreach (var opdracht in (string[])[zaak.Voorschot, zaak.Slot])
        {
            var geweigerd = await Maak(opdracht);
            Assert.Equal(422, geweigerd.Status);
            Assert.Contains("4:56 Awb", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        }
        Assert.Equal(201, (await Maak(ander.Voorschot)).Status);
        Assert.Equal(201, (await Maak(ander.Slot)).Status);

        // Nothing comes of it.
        await huis.Zeg(new IntrekkingVervallenBericht(zaak.Zaaknummer, zaak.KvkNummer, Nummer(zaak), Voorbeelden.Moment, nietGehoord));
        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
        Assert.Equal(201, (await Maak(zaak.Slot)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("spoed")]
    public async Task Na_dertien_weken_wordt_weer_betaald(string? nietGehoord)
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(Voornemen(zaak, Vandaag.PlusDays(-1), nietGehoord));

        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
    }

    [Fact]
    public async Task Na_het_besluit_wordt_betaald_wat_is_overgebleven()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(Voornemen(zaak, Vandaag.PlusWeeks(13), "spoed"));
        await huis.Zeg(
            new VerleningIngetrokkenBericht(
                zaak.Zaaknummer,
                "2026-04-mkb",
                zaak.KvkNummer,
                "slim-2026",
                Nummer(zaak),
                $"{zaak.Zaaknummer}-V1",
                "verlening",
                Vandaag,
                "activiteiten-niet-verricht",
                1000.00m,
                zaak.Verleend,
                1000.00m,
                0.00m,
                0.00m,
                new LocalDate(2026, 6, 1),
                Guid.Empty,
                "hash",
                ["bo", "mo"],
                Voorbeelden.Moment,
                NietGehoord: "spoed"
            )
        );

        var gemaakt = await Maak(zaak.Voorschot);

        Assert.Equal((201, "1000.00"), (gemaakt.Status, gemaakt.Inhoud.GetProperty("totaal").GetString()));
    }

    private static string Nummer(Zaak zaak) => $"{zaak.Zaaknummer}-I1";

    private static IntrekkingVoorgenomenBericht Voornemen(Zaak zaak, LocalDate tot, string? nietGehoord) =>
        new(
            zaak.Zaaknummer,
            zaak.KvkNummer,
            "slim-2026",
            Nummer(zaak),
            $"{zaak.Zaaknummer}-V1",
            "verlening",
            "activiteiten-niet-verricht",
            1000.00m,
            zaak.Verleend,
            Guid.Empty,
            "hash",
            tot,
            Voorbeelden.Moment,
            NietGehoord: nietGehoord
        );

    private Task<Gekregen> Maak(string id) => huis.Ronde("fien", id);
}
