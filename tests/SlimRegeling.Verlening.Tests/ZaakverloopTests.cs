using System.Runtime.CompilerServices;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Vorderingen;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The history of a decision in words.</summary>
public class ZaakverloopTests
{
    /// <summary>What another context did, which it tells itself.</summary>
    private static readonly string[] Elders =
    [
        nameof(BeoordelingOntvangen),
        nameof(BetalingVernomen),
        nameof(BuitenBehandelingOntvangen),
        nameof(DeclaratieVernomen),
        nameof(HerbeoordelingOntvangen),
        nameof(HerstelbudgetOntvangen),
        nameof(OntoereikendOntvangen),
        nameof(ReserveringOntvangen),
        nameof(VaststellingOntvangen),
        nameof(Vervallen),
        nameof(VerzendingOntvangen),
        nameof(VoortgangOntvangen),
        nameof(VoortgangVervallen),
        nameof(VorderingsbesluitVernomen),
        nameof(VrijgaveOntvangen),
    ];

    private static readonly Instant Teruggezonden = Op("2026-06-20T10:00:00");

    [Fact]
    public void Alles_wat_hier_kan_gebeuren_heeft_woorden_of_wordt_elders_verteld()
    {
        var inBezwaar = typeof(Bezwaar)
            .GetMethods()
            .Where(m => m.Name == nameof(Bezwaar.Apply))
            .Select(m => m.GetParameters()[0].ParameterType);
        var soorten = typeof(Bezwaar)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Gebeurtenis)))
            .Except(inBezwaar)
            .ToDictionary(t => t.Name, t => Zaakverloop.Van((Gebeurtenis)RuntimeHelpers.GetUninitializedObject(t)));

        Assert.Equal(Elders, soorten.Where(s => s.Value is null).Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.All(soorten.Values.OfType<Zaakverloop.Gebeurd>(), stap => Assert.NotEmpty(stap.Titel));
    }

    [Fact]
    public void Een_besluit_noemt_wie_beoordeelde_en_wie_ondertekende()
    {
        var besluit = Onderteken(Voorgelegd()).Gebeurtenissen;

        Assert.Equal(["Subsidie verleend", "Voorschot toegekend"], besluit.Select(e => Zaakverloop.Van(e)!.Titel));
        Assert.All(besluit, e => Assert.Equal([Beoordelaar, Ondertekenaar], Zaakverloop.Van(e)!.Ondertekenaars));
        Assert.All(besluit, e => Assert.Equal(Op("2026-06-22T10:00:00"), Zaakverloop.Van(e)!.Op));
    }

    [Fact]
    public void Een_afwijzing_omdat_het_plafond_op_is_noemt_wie_dat_besloten()
    {
        var stap = Hoor(null, Ontoereikend).Gebeurtenissen.Select(Zaakverloop.Van).OfType<Zaakverloop.Gebeurd>().Single();

        Assert.Equal("Aanvraag afgewezen", stap.Titel);
        Assert.Equal(Ontoereikend.Ondertekenaars, stap.Ondertekenaars);
    }

    [Fact]
    public void Wat_een_fout_herstelt_heet_niet_na_bezwaar()
    {
        const string Bezwaar = Zaak + "-BZ1";
        const string Herstel = Zaak + "-H1";
        var verleend = Herstelzaak
            .Afgewezen()
            .Voorgesteld(Herstelsoort.Inhoud)
            .Herbeoordeeld(9000)
            .Budget(9000)
            .Getekend()
            .Verlening.Verleend!;
        var afgewezen = Herstelzaak
            .NietBehandeld()
            .Voorgesteld(Herstelsoort.Inhoud)
            .Herbeoordeeld(0, "niet-haalbaar")
            .Getekend()
            .Verlening.Afgewezen!;
        var gewijzigd = new VerleningGewijzigd(verleend, Herstel, Herstel, verleend.Besluitdatum, 9000m, [], verleend.Op, "hash");

        Assert.Equal(
            [
                "Subsidie verleend om een fout te herstellen",
                "Verlening gewijzigd om een fout te herstellen",
                "Aanvraag afgewezen om een fout te herstellen",
            ],
            Titels(verleend, gewijzigd, afgewezen)
        );
        Assert.Equal(
            ["Subsidie verleend na bezwaar", "Verlening gewijzigd na bezwaar", "Aanvraag afgewezen na bezwaar"],
            Titels(verleend with { Bezwaar = Bezwaar }, gewijzigd with { Bezwaar = Bezwaar }, afgewezen with { Bezwaar = Bezwaar })
        );

        static IEnumerable<string> Titels(params IEnumerable<Gebeurtenis> gebeurtenissen) =>
            gebeurtenissen.Select(e => Zaakverloop.Van(e)!.Titel);
    }

    [Fact]
    public void Wat_terugging_is_geen_besluit()
    {
        var stap = Zaakverloop.Van(Assert.Single(Terug().Gebeurtenissen))!;

        Assert.Equal(("Voorstel teruggezonden", Teruggezonden), (stap.Titel, stap.Op));
        Assert.Null(stap.Ondertekenaars);
    }

    [Fact]
    public void Medewerkers_zien_wie_het_voorstel_terugzond_en_de_aanvrager_niet()
    {
        var terug = Volg(Voorgelegd(), Terug())!;

        var medewerker = Bekijken.Van(terug, aanvrager: false, Regelstanden.Ongewijzigd, Beoordeeld);
        var aanvrager = Bekijken.Van(terug, aanvrager: true, Regelstanden.Ongewijzigd, Beoordeeld);

        Assert.Equal((Ondertekenaar, Teruggezonden), (medewerker.TeruggezondenDoor, medewerker.TeruggezondenOp));
        Assert.Null(aanvrager.TeruggezondenDoor);
        Assert.Null(aanvrager.TeruggezondenOp);
    }

    private static Beslissing Terug() =>
        Terugzenden.Beslis(
            Zaak,
            Voorgelegd(),
            new("Kijk nog eens."),
            () => new Verwijzing(Guid.Empty, "hash"),
            Ondertekenaar,
            Teruggezonden
        );
}
