using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Relaties.Medewerkers;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class MedewerkerTests
{
    private const string Kenmerk = "bas";
    private const string Beheerder = "bert";
    private const string Tweede = "bo";
    private const string Reden = "Hij werkt nu bij een andere afdeling.";

    [Fact]
    public void De_eerste_aanmelding_en_andere_rollen_worden_opgeschreven_en_dezelfde_niet()
    {
        var bas = Aangemeld(Rol.Beoordelaar);

        Assert.Empty(Aanmelden.Beslis(bas, Persoon(Rol.Beoordelaar), Nu).Gebeurtenissen);
        var anders = Volg(bas, Aanmelden.Beslis(bas, Persoon(Rol.Beoordelaar, Rol.Medeondertekenaar), Nu + Duration.FromDays(1)));

        Assert.Equal([Rol.Beoordelaar, Rol.Medeondertekenaar], anders.VolgensProvider);
        Assert.Equal(Nu, anders.AangemeldOp);
        Assert.Equal(Kenmerk, anders.Kenmerk);
    }

    [Fact]
    public void Een_ingetrokken_rol_is_meteen_weg_ook_als_de_aanmelddienst_hem_blijft_geven()
    {
        var bas = Aangemeld(Rol.Beoordelaar, Rol.Onderzoeker);

        var beslissing = Intrekken(bas, Rol.Beoordelaar);
        bas = Volg(bas, beslissing);

        Assert.Equal([Rol.Onderzoeker], bas.Rollen);
        Assert.Equal(
            [Rol.Onderzoeker],
            Volg(bas, Aanmelden.Beslis(bas, Persoon(Rol.Beoordelaar, Rol.Onderzoeker, Rol.Medeondertekenaar), Nu))
                .Rollen.Where(r => r != Rol.Medeondertekenaar)
        );
        var gezegd = Gezegd(beslissing);
        Assert.Equal((Kenmerk, false), (gezegd.Medewerker, gezegd.Geblokkeerd));
        Assert.Equal(["beoordelaar"], gezegd.Ingetrokken);
        Assert.Empty(gezegd.Toegekend);
        Assert.Empty(Intrekken(bas, Rol.Beoordelaar).Gebeurtenissen);
    }

    [Fact]
    public void Een_rol_die_de_aanmelddienst_nog_niet_gaf_is_vooraf_in_te_trekken_en_twee_beheerders_kennen_hem_toe()
    {
        var bas = Aangemeld(Rol.Beoordelaar);
        bas = Volg(bas, Toekennen(bas, Rol.Regelbeheerder));

        var beslissing = Intrekken(bas, Rol.Regelbeheerder);
        bas = Volg(bas, beslissing);

        Assert.Equal(["regelbeheerder"], Gezegd(beslissing).Ingetrokken);
        Assert.Equal([Rol.Beoordelaar], bas.Rollen);
        Assert.Empty(Intrekken(bas, Rol.Regelbeheerder).Gebeurtenissen);
        // What lay ready to grant it lapsed, and the provider gives it in vain.
        Assert.Equal("vervallen", Bevestig(bas, Tweede).Weigering?.Code);
        var morgen = Volg(bas, Aanmelden.Beslis(bas, Persoon(Rol.Beoordelaar, Rol.Regelbeheerder), Nu));
        Assert.Equal([Rol.Beoordelaar], morgen.Rollen);

        foreach (var (wie, toegekend) in ((Medewerker, Rol[])[])[(bas, [Rol.Regelbeheerder]), (morgen, [])])
        {
            var weer = Volg(wie, Toekennen(wie, Rol.Regelbeheerder));
            weer = Volg(weer, Bevestig(weer, Tweede));
            Assert.Equal([Rol.Beoordelaar, Rol.Regelbeheerder], weer.Rollen.Order());
            Assert.Empty(weer.Correctie.Ingetrokken);
            Assert.Equal(toegekend, weer.Correctie.Toegekend);
        }
        // Who pays can be kept from the check before the provider gives it.
        var fenna = Aangemeld(Rol.FinancieelMedewerker);
        fenna = Volg(fenna, Intrekken(fenna, Rol.FinancieelControleur));
        fenna = Volg(fenna, Aanmelden.Beslis(fenna, Persoon(Rol.FinancieelMedewerker, Rol.FinancieelControleur), Nu));
        Assert.Equal([Rol.FinancieelMedewerker], fenna.Rollen);
    }

    [Fact]
    public void Een_rol_geldt_pas_als_een_tweede_beheerder_hem_bevestigt()
    {
        var bas = Volg(Aangemeld(Rol.Beoordelaar), Toekennen(Aangemeld(Rol.Beoordelaar), Rol.Onderzoeker));
        Assert.Equal([Rol.Beoordelaar], bas.Rollen);

        Assert.Equal("zelf-voorgesteld", Bevestig(bas, Beheerder).Weigering?.Code);
        Assert.Equal("eigen-toegang", Bevestig(bas, Kenmerk).Weigering?.Code);
        Assert.Equal("ander-voorstel", ToegangBevestigen.Beslis(bas, 1, "een andere hash", Tweede, Nu).Weigering?.Code);
        Assert.Equal(404, ToegangBevestigen.Beslis(bas, 7, "", Tweede, Nu).Weigering?.Status);

        var beslissing = Bevestig(bas, Tweede);
        Assert.Equal([Beheerder, Tweede], Assert.IsType<RolToegekend>(Assert.Single(beslissing.Gebeurtenissen)).Ondertekenaars);
        Assert.Equal(["onderzoeker"], Gezegd(beslissing).Toegekend);
        bas = Volg(bas, beslissing);
        Assert.Equal([Rol.Beoordelaar, Rol.Onderzoeker], bas.Rollen.Order());
        Assert.Equal("al-bevestigd", Bevestig(bas, "een derde").Weigering?.Code);
        Assert.Equal("heeft-rol-al", Toekennen(bas, Rol.Onderzoeker).Weigering?.Code);
    }

    [Fact]
    public void Wat_teruggaat_of_intussen_is_ingetrokken_wordt_niet_meer_bevestigd()
    {
        var bas = Aangemeld(Rol.Beoordelaar);
        bas = Volg(bas, Toekennen(bas, Rol.Onderzoeker));
        Assert.Equal("al-voorgesteld", Toekennen(bas, Rol.Onderzoeker).Weigering?.Code);
        Assert.Equal(422, ToegangTerugzenden.Beslis(bas, 1, new(" "), () => Eerste, Tweede, Nu).Weigering?.Status);
        var terug = Volg(bas, ToegangTerugzenden.Beslis(bas, 1, new("Nog niet nodig."), () => Eerste, Tweede, Nu));
        Assert.Equal("teruggezonden", Bevestig(terug, Tweede).Weigering?.Code);
        Assert.Null(Toekennen(terug, Rol.Onderzoeker).Weigering);

        var geblokkeerd = Volg(bas, Blokkeer(bas));
        Assert.Equal("vervallen", Bevestig(geblokkeerd, Tweede).Weigering?.Code);

        var dubbel = Volg(bas, Bevestig(bas, Tweede));
        dubbel = Volg(dubbel, Intrekken(dubbel, Rol.Onderzoeker));
        Assert.Equal([Rol.Beoordelaar], dubbel.Rollen);
        Assert.Empty(dubbel.Correctie.Toegekend);
    }

    [Fact]
    public void Teruggegeven_is_een_rol_weer_die_van_de_aanmelddienst_en_niet_langer_dan_die_hem_geeft()
    {
        var bas = Aangemeld(Rol.Beoordelaar, Rol.Onderzoeker);
        bas = Volg(bas, Intrekken(bas, Rol.Beoordelaar));
        bas = Volg(bas, Toekennen(bas, Rol.Beoordelaar));
        bas = Volg(bas, Bevestig(bas, Tweede));

        Assert.Equal([Rol.Beoordelaar, Rol.Onderzoeker], bas.Rollen.Order());
        Assert.Empty(bas.Correctie.Toegekend);
        Assert.Equal([Rol.Onderzoeker], Volg(bas, Aanmelden.Beslis(bas, Persoon(Rol.Onderzoeker), Nu)).Rollen);
    }

    [Fact]
    public void Geblokkeerd_is_elke_rol_weg_en_terug_gaat_het_met_twee_personen()
    {
        var bas = Aangemeld(Rol.Beoordelaar);
        var beslissing = Blokkeer(bas);
        Assert.True(Gezegd(beslissing).Geblokkeerd);
        bas = Volg(bas, beslissing);
        Assert.Empty(bas.Rollen);
        Assert.Empty(Blokkeer(bas).Gebeurtenissen);

        bas = Volg(bas, Deblokkeer(bas));
        Assert.Empty(bas.Rollen);
        Assert.Equal("zelf-voorgesteld", Bevestig(bas, Beheerder).Weigering?.Code);
        bas = Volg(bas, Bevestig(bas, Tweede));
        Assert.Equal([Rol.Beoordelaar], bas.Rollen);
        Assert.Equal("niet-geblokkeerd", Deblokkeer(bas).Weigering?.Code);
    }

    [Fact]
    public void Ook_wie_hier_nooit_was_kan_worden_geblokkeerd_en_blijft_dat_na_een_aanmelding()
    {
        var beslissing = Blokkeren.Beslis(null, Kenmerk, blijftBeheerder: true, () => Eerste, Beheerder, Nu);
        Assert.Equal(Kenmerk, Gezegd(beslissing).Medewerker);
        var bas = Volg(new Medewerker { Id = Medewerker.Stroom(Kenmerk) }, beslissing);

        bas = Volg(bas, Aanmelden.Beslis(bas, Persoon(Rol.Beoordelaar), Nu));

        Assert.Equal(Nu, bas.AangemeldOp);
        Assert.Empty(bas.Rollen);
    }

    [Fact]
    public void Over_de_eigen_toegang_beslist_niemand_zelf()
    {
        var bert = Volg(null, Aanmelden.Beslis(null, new Persoon(Beheerder, new HashSet<Rol> { Rol.Beheerder, Rol.Onderzoeker }), Nu));

        foreach (
            var beslissing in (Beslissing[])
                [
                    Intrekken(bert, Rol.Onderzoeker),
                    Toekennen(bert, Rol.Beoordelaar),
                    Blokkeren.Beslis(bert, Beheerder, blijftBeheerder: true, NooitBewaard, Beheerder, Nu),
                    Deblokkeer(bert),
                ]
        )
        {
            Assert.Equal((403, "eigen-toegang"), (beslissing.Weigering!.Status, beslissing.Weigering.Code));
        }
    }

    [Fact]
    public void De_laatste_beheerder_houdt_de_rol_en_de_toegang()
    {
        var bo = Volg(null, Aanmelden.Beslis(null, new Persoon(Tweede, new HashSet<Rol> { Rol.Beheerder, Rol.Onderzoeker }), Nu));

        Assert.Equal(
            "laatste-beheerder",
            RolIntrekken.Beslis(bo, new("beheerder", Reden), blijftBeheerder: false, NooitBewaard, Beheerder, Nu).Weigering?.Code
        );
        Assert.Equal(
            "laatste-beheerder",
            Blokkeren.Beslis(bo, Tweede, blijftBeheerder: false, NooitBewaard, Beheerder, Nu).Weigering?.Code
        );
        Assert.Null(RolIntrekken.Beslis(bo, new("onderzoeker", Reden), blijftBeheerder: false, () => Eerste, Beheerder, Nu).Weigering);
    }

    [Theory]
    [InlineData(Rol.FinancieelMedewerker, Rol.FinancieelControleur)]
    [InlineData(Rol.FinancieelControleur, Rol.FinancieelMedewerker)]
    public void Wie_betaalt_krijgt_niet_ook_de_controle_en_andersom(Rol heeft, Rol gevraagd)
    {
        var fenna = Aangemeld(heeft);

        Assert.Equal("functiescheiding", Toekennen(fenna, gevraagd).Weigering?.Code);
        // What came after the proposal counts too.
        var voorgesteld = Volg(Aangemeld(Rol.Beoordelaar), Toekennen(Aangemeld(Rol.Beoordelaar), gevraagd));
        var intussen = Volg(voorgesteld, Aanmelden.Beslis(voorgesteld, Persoon(heeft), Nu));
        Assert.Equal("functiescheiding", Bevestig(intussen, Tweede).Weigering?.Code);
        // With the one taken away the other can be granted.
        var zonder = Volg(fenna, Intrekken(fenna, heeft));
        Assert.Null(Toekennen(zonder, gevraagd).Weigering);
        // Of what the provider gives itself, nothing is taken.
        Assert.Equal(2, Aangemeld(heeft, gevraagd).Rollen.Count);
    }

    [Theory]
    [InlineData("dienst")]
    [InlineData("aanvrager")]
    [InlineData("baas")]
    [InlineData("")]
    public void Alleen_rollen_van_de_uitvoerder_worden_gegeven(string rol)
    {
        var weigering = ToegangVoorstellen
            .Beslis(Aangemeld(Rol.Beoordelaar), new(Voorstelsoort.RolToekennen, " ", rol), NooitBewaard, Beheerder, Nu)
            .Weigering;

        Assert.Equal(["rol", "reden"], weigering?.Fouten.Select(f => f.Veld));
        Assert.All(weigering!.Fouten, f => Assert.EndsWith(".", f.Uitleg, StringComparison.Ordinal));
    }

    [Fact]
    public void Een_naam_staat_naast_de_stroom_en_gaat_ook_weer_weg()
    {
        var bas = Aangemeld(Rol.Beoordelaar);
        Assert.Empty(Naamgeven.Beslis(bas, new(" "), _ => throw new InvalidOperationException(), Beheerder, Nu).Gebeurtenissen);

        var gegeven = Naamgeven.Beslis(
            bas,
            new(" Bas Beoordelaar "),
            naam => naam.Naam == "Bas Beoordelaar" ? Eerste : throw new InvalidOperationException(),
            Beheerder,
            Nu
        );
        bas = Volg(bas, gegeven);

        Assert.Equal(Eerste, bas.Naam);
        Assert.DoesNotContain(
            "Bas Beoordelaar",
            JsonSerializer.Serialize<object>(gegeven.Gebeurtenissen[0], Platform.Stromen.Json.Opties),
            StringComparison.Ordinal
        );
        Assert.Empty(gegeven.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(bas.Id, e)));
        Assert.Null(Volg(bas, Naamgeven.Beslis(bas, new(""), _ => throw new InvalidOperationException(), Beheerder, Nu)).Naam);
    }

    private static Persoon Persoon(params Rol[] rollen) => new(Kenmerk, rollen.ToHashSet());

    private static Medewerker Aangemeld(params Rol[] rollen) => Volg(null, Aanmelden.Beslis(null, Persoon(rollen), Nu));

    private static Beslissing Intrekken(Medewerker medewerker, Rol rol) =>
        RolIntrekken.Beslis(medewerker, new(rol.Claimwaarde(), Reden), blijftBeheerder: true, () => Eerste, Beheerder, Nu);

    private static Beslissing Blokkeer(Medewerker medewerker) =>
        Blokkeren.Beslis(medewerker, medewerker.Kenmerk, blijftBeheerder: true, () => Eerste, Beheerder, Nu);

    private static Beslissing Toekennen(Medewerker medewerker, Rol rol) =>
        ToegangVoorstellen.Beslis(medewerker, new(Voorstelsoort.RolToekennen, Reden, rol.Claimwaarde()), () => Eerste, Beheerder, Nu);

    private static Beslissing Deblokkeer(Medewerker medewerker) =>
        ToegangVoorstellen.Beslis(medewerker, new(Voorstelsoort.Deblokkeren, Reden), () => Eerste, Beheerder, Nu);

    /// <summary>The last proposal, as it lies there.</summary>
    private static Beslissing Bevestig(Medewerker medewerker, string wie) =>
        ToegangBevestigen.Beslis(
            medewerker,
            medewerker.Voorstellen[^1].Inhoud.Voorstel,
            medewerker.Voorstellen[^1].Inhoud.Voorstelhash,
            wie,
            Nu
        );

    private static Verwijzing NooitBewaard() => throw new InvalidOperationException("Nothing is kept of what is refused.");

    private static MedewerkerGewijzigdBericht Gezegd(Beslissing beslissing) =>
        Assert.IsType<MedewerkerGewijzigdBericht>(Assert.Single(beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten("m-1", e))));

    private static Medewerker Volg(Medewerker? medewerker, Beslissing beslissing)
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(medewerker ?? Vouw.Begin<Medewerker>(Medewerker.Stroom(Kenmerk)), Vouw.Volg);
    }
}
