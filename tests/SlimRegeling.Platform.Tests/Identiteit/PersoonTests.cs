using System.Security.Claims;
using CsCheck;
using Microsoft.Extensions.Options;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Tests.Identiteit;

public sealed class PersoonTests
{
    private const string Legal = "urn:etoegang:core:LegalSubjectID";
    private const string Acting = "urn:etoegang:core:ActingSubjectID";
    private const string Vestiging = "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr";
    private const string Intermediair = "urn:etoegang:1.9:IntermediateEntityID:KvKnr";

    [Fact]
    public void Een_adviseur_handelt_voor_de_vertegenwoordigde_en_niet_voor_zijn_eigen_bureau()
    {
        var persoon = Lees(("sub", "techniek"), (Acting, "pseudoniem"), (Legal, "12345678"), (Intermediair, "87654321"), ("acr", "loa3"))!;
        Assert.Equal("pseudoniem", persoon.Onderwerp);
        Assert.Equal("12345678", persoon.KvkNummer);
        Assert.Equal("87654321", persoon.Intermediair);
        Assert.Equal("loa3", persoon.Betrouwbaarheid);
        Assert.Equal([Rol.Gemachtigde], persoon.Rollen);
    }

    [Fact]
    public void Zonder_rol_is_wie_een_onderneming_vertegenwoordigt_aanvrager() =>
        Assert.Equal([Rol.Aanvrager], Lees(("sub", "x"), (Legal, "12345678"))!.Rollen);

    [Fact]
    public void Wie_een_onderneming_vertegenwoordigt_is_dan_geen_beoordelaar() =>
        Assert.Equal([Rol.Aanvrager], Lees(("sub", "x"), (Legal, "12345678"), ("role", "beoordelaar"))!.Rollen);

    [Fact]
    public void Zonder_rol_en_zonder_onderneming_is_iemand_niets() => Assert.Empty(Lees(("sub", "x"))!.Rollen);

    [Theory]
    [InlineData("123456789")]
    [InlineData("1234567a")]
    [InlineData("")]
    [InlineData("١٢٣٤٥٦٧٨")]
    public void Wat_geen_kvk_nummer_is_telt_niet_als_onderneming(string waarde)
    {
        var persoon = Lees(("sub", "x"), (Legal, waarde))!;
        Assert.Null(persoon.KvkNummer);
        Assert.Empty(persoon.Rollen);
    }

    [Fact]
    public void Een_makelaar_mag_het_kvk_nummer_onder_zijn_soort_geven() =>
        Assert.Equal(
            "12345678",
            Lees(("sub", "x"), (Legal, "001234567"), ("urn:etoegang:1.9:EntityConcernedID:KvKnr", "12345678"))!.KvkNummer
        );

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("directeur")]
    [InlineData("Beheerder,Dienst")]
    public void Een_rol_die_wij_niet_kennen_geeft_niets(string rol) => Assert.Empty(Lees(("sub", "x"), ("role", rol))!.Rollen);

    [Fact]
    public void Elke_rol_komt_terug_uit_zijn_naam_in_een_token() =>
        Assert.All(Enum.GetValues<Rol>(), rol => Assert.Equal(rol, Rollen.Lees(rol.Claimwaarde())));

    [Fact]
    public void De_naam_in_een_token_is_met_streepjes() => Assert.Equal("financieel-medewerker", Rol.FinancieelMedewerker.Claimwaarde());

    [Theory]
    [InlineData("000012345678")]
    [InlineData("12345678")]
    [InlineData("vestiging 4")]
    public void Wat_tot_een_vestiging_beperkt_beperkt_ook_als_het_geen_vestigingsnummer_is(string waarde) =>
        Assert.Equal(waarde, Lees(("sub", "x"), (Legal, "12345678"), (Vestiging, waarde))!.Vestigingsnummer);

    [Fact]
    public void Wie_voor_een_vestiging_handelt_doet_dat_ook_met_een_machtiging_van_een_ander()
    {
        var zelf = Lees(("sub", "x"), (Legal, "12345678"), (Vestiging, "000012345678"))!;
        Assert.Equal("000012345678", zelf.AlsGemachtigdeVan("87654321").Vestigingsnummer);
        Assert.Null(Lees(("sub", "x"), (Legal, "12345678"), (Vestiging, " "))!.Vestigingsnummer);
    }

    [Fact]
    public void Namen_van_claims_zijn_instelbaar()
    {
        var namen = new Claimnamen { KvkNummer = "kvk", Rol = "groepen" };
        var persoon = Lees(namen, ("sub", "x"), ("kvk", "12345678"), ("groepen", "partij"), ("role", "beheerder"))!;
        Assert.Equal("12345678", persoon.KvkNummer);
        Assert.Equal([Rol.Partij], persoon.Rollen);
    }

    [Fact]
    public void Wie_niet_is_aangemeld_is_niemand() =>
        Assert.Null(Lezer(new Claimnamen()).Lees(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "x")]))));

    [Fact]
    public void Wie_een_onderneming_vertegenwoordigt_ziet_nooit_die_van_een_ander()
    {
        var rollen = Gen.Int[0, Enum.GetValues<Rol>().Length - 1].Select(nummer => (Rol)nummer).List[1, 5];
        Gen.Select(rollen, rollen)
            .Sample(
                (heeft, vraagt) =>
                {
                    var toegang = new Toegang(vraagt, EigenZaak: true, Openbaar: false);
                    var ondernemer = new Persoon("x", heeft.ToHashSet(), "12345678");
                    return toegang.AlleenVan(ondernemer) == "12345678";
                }
            );
    }

    [Fact]
    public void Een_medewerker_ziet_alle_zaken_alleen_in_een_rol_die_het_eindpunt_noemt()
    {
        var toegang = new Toegang([Rol.Aanvrager, Rol.Beoordelaar], EigenZaak: true, Openbaar: false);
        Assert.Null(toegang.AlleenVan(new Persoon("x", new HashSet<Rol> { Rol.Beoordelaar })));
        Assert.Equal("", toegang.AlleenVan(new Persoon("x", new HashSet<Rol> { Rol.Aanvrager })));
        Assert.Equal("", toegang.AlleenVan(new Persoon("x", new HashSet<Rol> { Rol.Aanvrager, Rol.Onderzoeker })));
    }

    private static Persoon? Lees(params (string Naam, string Waarde)[] claims) => Lees(new Claimnamen(), claims);

    private static Persoon? Lees(Claimnamen namen, params (string Naam, string Waarde)[] claims) =>
        Lezer(namen).Lees(new ClaimsPrincipal(new ClaimsIdentity(claims.Select(c => new Claim(c.Naam, c.Waarde)), "proef")));

    private static Persoonlezer Lezer(Claimnamen namen) => new(Options.Create(new Aanmeldinstellingen { Claims = namen }));
}
