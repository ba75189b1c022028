using NodaTime;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>A decision rests on what was assessed when it was taken, whatever was assessed since and whenever it was heard.</summary>
public sealed class GrondslagTests
{
    private const string Bezwaar = Zaak + "-BZ1";

    private static readonly Instant Toen = Later + Duration.FromDays(40);

    [Fact]
    public void Wat_daarna_opnieuw_is_beoordeeld_toont_niemand_tot_daarop_is_besloten()
    {
        var (eerst, opnieuw) = (Herbeoordeeld(Bezwaar, 0), Herbeoordeeld(Bezwaar, 20));
        var besloten = Na(Ingediend, Volledig, eerst, Gewijzigd(Bezwaar + "-1", 12_000m, 10), opnieuw);
        foreach (var medewerker in (bool[])[false, true])
        {
            Assert.Same(eerst.Beoordeling, Uitleggen.Zichtbaar(besloten, medewerker));
        }
        var hersteld = Pas(besloten, Gewijzigd(Bezwaar + "-2", 12_500m, 30));
        Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(hersteld, medewerker: false));
    }

    [Fact]
    public void Ook_als_het_besluit_pas_daarna_is_gehoord()
    {
        var (eerst, opnieuw) = (Herbeoordeeld(Nummer(1), 0), Herbeoordeeld(Nummer(1), 20));
        var gehoord = Na(Ingediend, Volledig, Voorgesteld(1), eerst, opnieuw, Gewijzigd(Nummer(1), 12_000m, 10));
        Assert.Same(eerst.Beoordeling, Uitleggen.Zichtbaar(gehoord, medewerker: false));
        // By a clock that is behind it was decided before anything was assessed.
        var achter = Na(Ingediend, Volledig, Voorgesteld(1), eerst, opnieuw, Gewijzigd(Nummer(1), 12_000m, -10));
        Assert.Same(eerst.Beoordeling, Uitleggen.Zichtbaar(achter, medewerker: false));
    }

    [Fact]
    public void Van_twee_besluiten_geldt_het_laatste_welk_ook_eerst_is_gehoord()
    {
        var (eerst, opnieuw) = (Herbeoordeeld(Nummer(1), 0), Herbeoordeeld(Nummer(2), 20));
        Gebeurtenis[] besluiten = [Gewijzigd(Nummer(1), 12_000m, 10), Gewijzigd(Nummer(2), 13_000m, 30)];
        foreach (var volgorde in (IEnumerable<Gebeurtenis>[])[besluiten, Enumerable.Reverse(besluiten)])
        {
            var stand = Na([Ingediend, Volledig, Voorgesteld(1), eerst, Voorgesteld(2), opnieuw, .. volgorde]);
            Assert.Same(opnieuw.Beoordeling, Uitleggen.Zichtbaar(stand, medewerker: false));
        }
    }

    [Fact]
    public void Wat_is_hersteld_wordt_niet_opnieuw_beoordeeld_ook_niet_nadat_een_volgend_besluit_meer_gaf()
    {
        var stand = Na(
            Ingediend,
            Volledig,
            Voorgesteld(1),
            Herbeoordeeld(Nummer(1), 0),
            Gewijzigd(Nummer(1), 12_000m, 10),
            Voorgesteld(2),
            Herbeoordeeld(Nummer(2), 20),
            Gewijzigd(Nummer(2), 13_000m, 30)
        );
        Assert.Equal("al-hersteld", Poort(stand, 1));
        Assert.Equal("al-hersteld", Poort(stand, 2));
        var daarna = Pas(stand, Gewijzigd(Bezwaar + "-1", 14_000m, 40));
        Assert.Equal("al-hersteld", Poort(daarna, 2));
        Assert.Null(Poort(Pas(daarna, Voorgesteld(3)), 3));
    }

    [Fact]
    public void Wie_van_het_besluit_nog_niet_hoorde_weet_het_van_het_volgende_voorstel()
    {
        var stand = Na(Ingediend, Volledig, Voorgesteld(9), Herbeoordeeld(Nummer(9), 0), Voorgesteld(10));
        Assert.Equal("al-hersteld", Poort(stand, 9));
        Assert.Null(Poort(stand, 10));
    }

    private static string? Poort(Aanvraag stand, int herstel) => Herbeoordelen.Poort(stand, Nummer(herstel), Beoordelaar)?.Code;

    private static string Nummer(int herstel) => $"{Zaak}-H{herstel}";

    private static BezwaarVernomen Voorgesteld(int herstel) => new(Nummer(herstel), Zaak + "-V1", BezwaarVernomen.Herstel, [], Toen);

    private static BesluitwijzigingVernomen Gewijzigd(string besluit, decimal bedrag, int minuut) =>
        new(new Besluit(Besluitsoort.Verlening, besluit, new LocalDate(2026, 10, 5), bedrag), Toen + Duration.FromMinutes(minuut));

    private static AanvraagHerbeoordeeld Herbeoordeeld(string nummer, int minuut) =>
        new(
            nummer,
            new AanvraagBeoordeeld(
                Tijdvak.Id,
                KvkNummer,
                "mkb-onderneming",
                "slim-2026",
                "hash",
                Voorstel.Verlenen,
                [],
                ["A", "C"],
                new Dictionary<string, decimal>(),
                20_000m,
                12_000m,
                6_000m,
                Beoordelaar,
                [],
                Bewaard,
                Sluit,
                Toen + Duration.FromMinutes(minuut)
            )
        );
}
