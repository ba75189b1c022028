using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>What is seen of a price, and of an invoice that is not there.</summary>
public sealed class PrijssignalenTests
{
    [Theory]
    [InlineData("slim-2020")]
    [InlineData("slim-2023-09")]
    public void Waar_een_hoger_tarief_kan_tellen_wordt_gevraagd_of_het_marktconform_is(string versie)
    {
        // 36 hours at 150.00 ask 5,400.00; at 125.00 they are 4,500.00.
        var signaal = Assert.Single(Van(versie, Adviseur), s => s.Code == "tarief");

        Assert.Equal(("gewijzigd", 4_500.00m, "12, vierde lid"), (signaal.Uitkomst, signaal.Bedrag, signaal.Artikel));
        Assert.StartsWith("Marktconform?", signaal.Uitleg, StringComparison.Ordinal);
        Assert.DoesNotContain(Van(versie, Adviseur with { Uurtarief = 125.00m, Bedrag = 4_500.00m }), s => s.Code == "tarief");
    }

    [Fact]
    public void Een_bedrag_dat_niet_uren_maal_tarief_is_wordt_gezien()
    {
        var meer = Assert.Single(Van("slim-2025", Adviseur with { Uurtarief = 100.00m, Bedrag = 4_000.00m }));
        Assert.Equal(("rekenfout", "gewijzigd", 3_600.00m), (meer.Code, meer.Uitkomst, meer.Bedrag));
        // Less is asked than the hours come to: to be looked at, and nothing to change.
        var minder = Assert.Single(Van("slim-2025", Adviseur with { Uurtarief = 130.00m, Bedrag = 4_000.00m }));
        Assert.Equal(("rekenfout", "aanvaard", "2.14, tweede lid"), (minder.Code, minder.Uitkomst, minder.Artikel));
        Assert.Null(minder.Bedrag);
        Assert.Equal(Goed(Adviseur.Id), Signaleren.Oordeel(Adviseur, [minder]));
        Assert.Empty(Van("slim-2025", Adviseur with { Uurtarief = 130.00m, Bedrag = 4_680.00m }));
    }

    [Fact]
    public void Uren_en_tarief_zonder_dat_het_een_adviseur_heet_ontlopen_het_maximum_niet()
    {
        var duur = Assert.Single(Van("slim-2025", Adviseur with { Adviseur = false }));
        Assert.Equal(("tarief", "gewijzigd", 4_860.00m), (duur.Code, duur.Uitkomst, duur.Bedrag));
        var gewoon = Assert.Single(Van("slim-2025", Adviseur with { Adviseur = false, Uurtarief = 100.00m, Bedrag = 3_600.00m }));
        Assert.Equal(("tarief", "aanvaard"), (gewoon.Code, gewoon.Uitkomst));
    }

    [Fact]
    public void Een_factuur_zonder_document_telt_niet_ook_niet_van_een_samenwerkingsverband()
    {
        var kaal = VanVerband.Regels[1] with { Documenten = null };

        var signaal = Assert.Single(Van("slim-2025", kaal));
        Assert.Equal(("geen-factuur", "afgewezen", "2.15, onderdeel f"), (signaal.Code, signaal.Uitkomst, signaal.Artikel));
        Assert.Empty(Van("slim-2025", kaal with { Documenten = ["doc-1"] }));
        // Where all of them were sent in one it has to be looked for.
        var samen = Assert.Single(
            Signalen("slim-2024", new Declaratie([Leermiddel with { Documenten = [] }], Verslagen: Verslagen("facturen-en-betaalbewijzen")))
        );
        Assert.Equal(("geen-factuur", "aanvaard", "13, onderdeel f"), (samen.Code, samen.Uitkomst, samen.Artikel));
    }

    [Fact]
    public void Een_traject_of_plaats_van_dezelfde_persoon_staat_er_eenmaal()
    {
        var traject = new Kostenregel(
            "t-1",
            Kostensoort.Traject,
            "B",
            Medewerker: "P-01",
            AfgerondOp: new(2025, 5, 30),
            Documenten: ["doc-1"]
        );
        var plaats = new Kostenregel("d-1", Kostensoort.Praktijkleerplaats, "D", Medewerker: "P-01", Weken: 40m, Documenten: ["doc-1"]);

        Assert.Equal(
            [("t-2", "dubbel", "14"), ("d-2", "dubbel", "4, eerste lid, onderdeel d")],
            Van("slim-2024", traject, traject with { Id = "t-2", Medewerker = "p-01 " }, plaats, plaats with { Id = "d-2" })
                .Select(s => (s.Regel, s.Code, s.Artikel))
        );
        Assert.Empty(Van("slim-2024", traject, traject with { Id = "t-2", Medewerker = "P-02" }, plaats));
    }

    [Fact]
    public void Boven_50_000_van_een_leverancier_horen_er_drie_offertes_bij()
    {
        Kostenregel[] regels = [Factuur("een", 30_000.00m), Factuur("twee", 20_000.01m) with { Leverancier = " leverancier b.v." }];
        var zonder = new Declaratie(regels);

        Assert.Equal(
            [
                ("een", "marktconformiteit", "afgewezen", "2.14, derde lid, onderdeel a"),
                ("twee", "marktconformiteit", "afgewezen", "2.14, derde lid, onderdeel a"),
            ],
            Signalen("slim-2025", zonder).Select(s => (s.Regel, s.Code, s.Uitkomst, s.Artikel))
        );
        // More than 50,000.00, not from it on; and of an adviser the rate has a maximum instead.
        Assert.Empty(Signalen("slim-2025", new Declaratie([regels[0], regels[1] with { Bedrag = 20_000.00m }])));
        var uren = Adviseur with { Uren = 600m, Uurtarief = 100.00m, Bedrag = 60_000.00m };
        Assert.Empty(Van("slim-2025", uren));
        // What was sent, or explained, someone looks at.
        var gestuurd = zonder with
        {
            Verslagen = Verslagen("offertes"),
        };
        Assert.All(Signalen("slim-2025", gestuurd), s => Assert.Equal("aanvaard", s.Uitkomst));
        Assert.All(Signalen("slim-2025", zonder with { Toelichting = "Aanbesteed." }), s => Assert.Equal("aanvaard", s.Uitkomst));
        Assert.Equal(2, Signalen("slim-2025", gestuurd).Count);
    }

    [Fact]
    public void De_ontvanger_kan_de_offertes_meesturen()
    {
        var versie = Regelboek.Versie("slim-2025");
        var beeld = DeclaratieNagaan.Van(Open(Verband), VanVerband, versie, Dag("2025-07-01"));

        var eis = Assert.Single(beeld.Verslagen, v => v.Code == "offertes");
        Assert.Equal(("2.14, derde lid, onderdeel a", false), (eis.Artikel, eis.Gegeven));
        var weinig = VanVerband with { Regels = [VanVerband.Regels[2]] };
        Assert.DoesNotContain(DeclaratieNagaan.Van(Open(Verband), weinig, versie, Dag("2025-07-01")).Verslagen, v => v.Code == "offertes");
    }

    private static IReadOnlyList<Signaleren.Signaal> Van(string versie, params Kostenregel[] regels) =>
        Signalen(versie, new Declaratie(regels));

    private static IReadOnlyList<Signaleren.Signaal> Signalen(string versie, Declaratie declaratie) =>
        Signaleren.Van(Open(), declaratie, Regelboek.Versie(versie));
}
