using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>Een besluit volgt de regels van zijn moment en legt vast welke dat waren.</summary>
public sealed class RegelstandTests
{
    private static readonly Regelstanden Gewijzigd = new([
        Stap(1, Binnen, "parameters", "percentage-klein", "50"),
        Stap(2, Later, "termijnen", "hersteltermijn", "21"),
    ]);

    [Fact]
    public void Wie_indient_vraagt_wat_de_regels_van_dat_moment_geven()
    {
        var voor = Indienen.Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Gewijzigd, Binnen - Duration.Epsilon);
        var na = Indienen.Beslis(Ingevuld, Tijdvak, null, () => Bewaard, Gewijzigd, Binnen);

        Assert.Equal(
            (11_040.00m, Regelboek.Versie("slim-2026").Hash),
            (voor.Gebeurde<AanvraagIngediend>().Gevraagd, voor.Gebeurde<AanvraagIngediend>().Regelhash)
        );
        Assert.Equal(
            (9_200.00m, Gewijzigd.Versie("slim-2026", Binnen).Hash),
            (na.Gebeurde<AanvraagIngediend>().Gevraagd, na.Gebeurde<AanvraagIngediend>().Regelhash)
        );
    }

    [Fact]
    public void Een_gewijzigde_termijn_geldt_voor_wie_daarna_om_aanvulling_vraagt()
    {
        var verzoek = new Volledigheid.Verzoek(false, [Documentcode.MkbVerklaring]);
        var voor = Volledigheid
            .Beslis(Na(Ingediend), verzoek, Beoordelaar, Gewijzigd, Later - Duration.Epsilon)
            .Gebeurde<AanvullingGevraagd>();
        var na = Volledigheid.Beslis(Na(Ingediend), verzoek, Beoordelaar, Gewijzigd, Later).Gebeurde<AanvullingGevraagd>();

        Assert.Equal(new LocalDate(2026, 5, 27), na.Uiterlijk);
        Assert.True(voor.Uiterlijk < na.Uiterlijk);
        Assert.Equal(("slim-2026", Gewijzigd.Versie("slim-2026", Later).Hash), (na.Regelversie, na.Regelhash));
    }

    private static Regelstap Stap(int volgnummer, Instant vanaf, string sectie, string code, string waarde) =>
        new("slim-2026", volgnummer, vanaf, new Regelwijziging(sectie, code, waarde, "bron", null));
}
