using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Relaties.Machtigingen;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class MachtigingTests
{
    private const string Adviseur = "68727720";
    private static readonly LocalDate Vandaag = new(2026, 4, 7);

    private static readonly Verlenen.Verzoek Verzoek = new(
        Adviseur,
        "Adviesbureau De Wegwijzer",
        "Bouwbedrijf De Troffel",
        [Machtigingsomvang.Aanvragen]
    );

    [Fact]
    public void Een_machtiging_geldt_vanaf_vandaag_en_zonder_einde()
    {
        var machtiging = Verleend(Verzoek);

        Assert.Equal(
            (Kvk, Adviseur, Kvk, Vandaag, null),
            (machtiging.Gever, machtiging.Gemachtigde, machtiging.KvkNummer, machtiging.Vanaf, machtiging.TotEnMet)
        );
        Assert.Equal([Machtigingsomvang.Aanvragen], machtiging.Geldt("wie dan ook", Vandaag));
        Assert.Equal([Machtigingsomvang.Aanvragen], machtiging.Geldt("wie dan ook", Vandaag.PlusYears(10)));
        Assert.Empty(machtiging.Geldt("wie dan ook", Vandaag.PlusDays(-1)));
    }

    [Fact]
    public void Zij_geldt_op_de_eerste_en_op_de_laatste_dag_en_op_geen_andere()
    {
        var machtiging = Verleend(Verzoek with { Vanaf = Vandaag.PlusDays(3), TotEnMet = Vandaag.PlusDays(5) });

        Assert.Equal(
            [
                Machtigingsstand.GaatLaterIn,
                Machtigingsstand.Geldig,
                Machtigingsstand.Geldig,
                Machtigingsstand.Geldig,
                Machtigingsstand.Verlopen,
            ],
            Enumerable.Range(2, 5).Select(dag => machtiging.Stand(Vandaag.PlusDays(dag)))
        );
    }

    [Fact]
    public void Beeindigd_is_zij_meteen_voorbij_en_nog_eens_beeindigen_verandert_niets()
    {
        var machtiging = Verleend(Verzoek with { Vanaf = Vandaag.PlusDays(3) });

        var beeindigd = Volg(machtiging, Beeindigen.Beslis(machtiging, Wie, Nu));

        Assert.Equal((Machtigingsstand.Beeindigd, Nu), (beeindigd.Stand(Vandaag.PlusDays(4)), beeindigd.BeeindigdOp));
        Assert.Empty(beeindigd.Geldt(Wie, Vandaag.PlusDays(4)));
        Assert.Empty(Beeindigen.Beslis(beeindigd, Wie, Nu + Duration.FromDays(1)).Gebeurtenissen);
        Assert.Empty(Beeindigen.Beslis(Verleend(Verzoek with { TotEnMet = Vandaag }), Wie, Nu + Duration.FromDays(1)).Gebeurtenissen);
    }

    [Fact]
    public void Een_kenmerk_beperkt_haar_tot_die_persoon()
    {
        var machtiging = Verleend(Verzoek with { Personen = [" ada ", "ada"] });

        Assert.Equal(["ada"], machtiging.Personen);
        Assert.NotEmpty(machtiging.Geldt("ada", Vandaag));
        Assert.Empty(machtiging.Geldt("een collega", Vandaag));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Zolang_er_een_is_of_komt_kan_er_geen_tweede_zijn(int overDagen)
    {
        var machtiging = Verleend(Verzoek with { Vanaf = Vandaag.PlusDays(overDagen) });

        Assert.Equal("al-gemachtigd", Geef(machtiging, Verzoek).Weigering?.Code);
    }

    [Fact]
    public void Na_een_einde_kan_er_een_nieuwe_zijn()
    {
        var beeindigd = Volg(Verleend(Verzoek), Beeindigen.Beslis(Verleend(Verzoek), Wie, Nu));

        var opnieuw = Volg(beeindigd, Geef(beeindigd, Verzoek with { Omvang = [Machtigingsomvang.Verantwoorden] }));

        Assert.Equal([Machtigingsomvang.Verantwoorden], opnieuw.Geldt(Wie, Vandaag));
        Assert.Null(opnieuw.BeeindigdOp);
    }

    [Fact]
    public void Alle_foute_velden_worden_tegelijk_genoemd()
    {
        var fout = new Verlenen.Verzoek("123", "", "x\ny", [], Vandaag.PlusDays(-1), Vandaag.PlusDays(-2), [""]);

        var fouten = Verlenen.Controleer(fout, Kvk, Vandaag).ToList();

        Assert.Equal(["gemachtigde", "naam", "uwNaam", "omvang", "vanaf", "totEnMet", "personen"], fouten.Select(f => f.Veld));
        Assert.All(fouten, f => Assert.EndsWith(".", f.Uitleg, StringComparison.Ordinal));
        Assert.Equal("gemachtigde", Assert.Single(Verlenen.Controleer(Verzoek with { Gemachtigde = Kvk }, Kvk, Vandaag)).Veld);
        Assert.Equal("totEnMet", Assert.Single(Verlenen.Controleer(Verzoek with { TotEnMet = Vandaag.PlusDays(-1) }, Kvk, Vandaag)).Veld);
        Assert.Empty(Verlenen.Controleer(Verzoek with { Vanaf = Vandaag, TotEnMet = Vandaag }, Kvk, Vandaag));
    }

    [Fact]
    public void Geen_naam_staat_in_de_gebeurtenis()
    {
        var json = JsonSerializer.Serialize<object>(Geef(null, Verzoek).Gebeurtenissen[0], Platform.Stromen.Json.Opties);

        Assert.DoesNotContain(Verzoek.Naam, json, StringComparison.Ordinal);
        Assert.DoesNotContain(Verzoek.UwNaam, json, StringComparison.Ordinal);
    }

    [Fact]
    public void De_uitvoerder_beeindigt_haar_met_een_grond_en_de_onderneming_kan_een_nieuwe_geven()
    {
        var machtiging = Verleend(Verzoek);
        Weigeren.Verzoek verzoek = new(Weigeringsgrond.ErnstigeBezwaren, "Aangifte gedaan.");

        var geweigerd = Volg(machtiging, Weigeren.Beslis(machtiging, verzoek, () => Tweede, "bert", Nu));

        Assert.Equal((Machtigingsstand.Beeindigd, Weigeringsgrond.ErnstigeBezwaren), (geweigerd.Stand(Vandaag), geweigerd.Geweigerd));
        Assert.Empty(geweigerd.Geldt(Wie, Vandaag));
        Assert.Equal("al-voorbij", Weigeren.Beslis(geweigerd, verzoek, () => Tweede, "bert", Nu).Weigering?.Code);
        Assert.Equal(422, Weigeren.Beslis(machtiging, verzoek with { Toelichting = " " }, () => Tweede, "bert", Nu).Weigering?.Status);
        Assert.Null(Volg(geweigerd, Geef(geweigerd, Verzoek)).Geweigerd);
    }

    private static Beslissing Geef(Machtiging? machtiging, Verlenen.Verzoek verzoek) =>
        Verlenen.Beslis(machtiging, Kvk, verzoek, _ => Eerste, Wie, Nu);

    private static Machtiging Verleend(Verlenen.Verzoek verzoek) => Volg(null, Geef(null, verzoek));

    private static Machtiging Volg(Machtiging? machtiging, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(
            machtiging ?? new Machtiging { Id = Machtiging.Stroom(Kvk, Adviseur) },
            (stand, gebeurtenis) =>
                gebeurtenis switch
                {
                    MachtigingVerleend e => stand.Apply(e),
                    MachtigingBeeindigd e => stand.Apply(e),
                    MachtigingGeweigerd e => stand.Apply(e),
                    _ => throw new InvalidOperationException(gebeurtenis.GetType().Name),
                }
        );
    }
}
