using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Regels;
using static SlimRegeling.Dossiers.Tests.Brieflezing;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The letters about an application that is not complete: what is asked, and what follows when it does not come.</summary>
public sealed class AanvulbriefTests
{
    [Fact]
    public void Het_verzoek_om_aanvulling_noemt_wat_ontbreekt_de_laatste_dag_en_wat_er_anders_gebeurt()
    {
        Bevat(
            new() { Aanvulling = AanvullingGevraagd },
            [
                "Ons kenmerk: SLIM-000000000A ",
                "4:5, eerste lid, Awb",
                "• De-minimisverklaring (artikel 2.8, tweede lid).",
                "• Mkb-verklaring (artikel 2.8, tweede lid).",
                "tot en met 6 juli 2026",
                "vanaf het moment waarop uw aanvulling binnenkomt (artikel 2.10, derde lid; artikel 2.3 Kaderregeling)",
                "4:15 Awb",
                "binnen 4 weken weten (artikel 4:5, vierde lid, Awb)",
            ]
        );
        Assert.DoesNotContain(Bezwaarkop, Tekst(new() { Aanvulling = AanvullingGevraagd }), StringComparison.Ordinal);
    }

    [Fact]
    public void Het_verzoek_om_aanvulling_zegt_wat_er_mis_is_met_wat_wel_kwam()
    {
        var geval = new Briefgeval(
            new() { Aanvulling = AanvullingGevraagd },
            Regelboek.Versie("slim-2026"),
            Dag,
            Toelichting: new(
                new Dictionary<string, string>
                {
                    ["mkb-verklaring"] = "De handtekening\nontbreekt. {afzender}\n# Geen kop",
                    ["begroting"] = "Wordt niet gevraagd.",
                }
            )
        );

        var tekst = Lees(geval);

        Assert.Contains(
            "• Mkb-verklaring (artikel 2.8, tweede lid). De handtekening ontbreekt. {afzender} # Geen kop",
            tekst,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Wordt niet gevraagd", tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Wie_de_brief_een_dag_later_krijgt_leest_een_dag_meer()
    {
        var gisteren = AanvullingGevraagd with { Uiterlijk = new(2026, 7, 5), Op = Nu - Duration.FromDays(1) };

        var brief = Tekst(new() { Aanvulling = gisteren });

        Assert.Contains("tot en met 6 juli 2026", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("5 juli 2026", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Het_besluit_niet_te_behandelen_noemt_reden_artikel_en_bezwaar()
    {
        Bevat(
            new() { BuitenBehandeling = NietBehandeld },
            [
                "Ons kenmerk: SLIM-000000000A-N1 ",
                "op 22 juni 2026 besloten uw aanvraag SLIM-000000000A",
                "niet te behandelen (artikel 4:5 Awb). U krijgt geen subsidie.",
                "dat kon tot en met 20 juni 2026. Wij hebben niets van u ontvangen. Dit ontbreekt:",
                "• Mkb-verklaring (artikel 2.8, tweede lid).",
                .. Bezwaar,
            ]
        );
        Bevat(
            new() { BuitenBehandeling = NietBehandeld with { AangevuldOp = Dag } },
            ["Uw aanvulling kwam op 22 juni 2026, maar uw aanvraag is nog niet volledig."]
        );
        Bevat(
            new()
            {
                BuitenBehandeling = NietBehandeld with
                {
                    Grond = "dubbele-aanvraag",
                    Ontbreekt = [],
                    AanvullenUiterlijk = null,
                    Eerdere = "SLIM-111111111B",
                },
            },
            ["niet te behandelen (artikel 2.8, vierde lid)", "eerder aan: aanvraag SLIM-111111111B.", .. Bezwaar]
        );
    }
}
