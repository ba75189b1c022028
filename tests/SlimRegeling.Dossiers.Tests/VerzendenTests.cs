using System.Text;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

public sealed class VerzendenTests
{
    [Fact]
    public void Berichten_in_elke_volgorde_en_dubbel_geven_dezelfde_brieven_die_elk_een_keer_zijn_verzonden()
    {
        object[] berichten =
        [
            new Briefopdracht { Verlening = Verleend },
            new Briefopdracht { Vaststelling = Vastgesteld },
            Adresbericht(1),
            Adresbericht(2),
        ];
        var verwacht = Na(berichten).Beeld();

        foreach (var volgorde in Volgordes<object>([.. berichten, berichten[0], berichten[2]]))
        {
            var postkamer = Na(volgorde);
            Assert.Equal(verwacht, postkamer.Beeld());
            Assert.Equal(
                [Nummer + "-vaststelling", Nummer + "-verlening"],
                postkamer.Gezegd.Cast<BriefVerzondenBericht>().Select(b => b.Brief).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Zonder_adres_wacht_de_brief_en_met_adres_gaat_hij_weg()
    {
        var zonder = Na(new Briefopdracht { Verlening = Verleend });
        Assert.Empty(zonder.Gezegd);
        Assert.Null(zonder.Brieven[Nummer + "-verlening"].Verzonden);

        zonder.Hoor(Adresbericht(1));

        Assert.Equal(
            new BriefVerzondenBericht(Nummer, Nummer + "-verlening", "verlening", Nummer + "-V1", Dag, Nu),
            Assert.Single(zonder.Gezegd)
        );
    }

    [Fact]
    public void Elke_soort_brief_noemt_zijn_besluit_behalve_een_verzoek()
    {
        var postkamer = Na(
            Adresbericht(1),
            new Briefopdracht { Afwijzing = Afgewezen },
            new Briefopdracht { Bewijsverzoek = BewijsGevraagd },
            new Briefopdracht { Aanvulling = AanvullingGevraagd },
            new Briefopdracht { BuitenBehandeling = NietBehandeld },
            new Briefopdracht { Vaststelling = Vastgesteld }
        );

        Assert.Equal(
            [
                ("afwijzing", Nummer + "-V1"),
                ("bewijsverzoek", null),
                ("aanvulling", null),
                ("buiten-behandeling", Nummer + "-N1"),
                ("vaststelling", Nummer + "-S1"),
            ],
            postkamer.Gezegd.Cast<BriefVerzondenBericht>().Select(b => (b.Soort, b.Besluit))
        );
    }

    [Fact]
    public void Niets_over_een_persoon_staat_in_een_gebeurtenis()
    {
        var gebeurtenissen = Verzenden
            .Beslis(null, new() { Verlening = Verleend }, new("hash", "slim-2026", "regelhash"), Nu)
            .Gebeurtenissen.Append(BijOndernemingGewijzigd.Beslis(null, Adresbericht(1)).Gebeurtenissen.Single());
        var json = string.Concat(gebeurtenissen.Select(e => JsonSerializer.Serialize(e, e.GetType(), Platform.Stromen.Json.Opties)));

        foreach (var gegeven in (string[])[Bouwbedrijf.Naam, Bouwbedrijf.Straat, Bouwbedrijf.Postcode, Bouwbedrijf.Plaats])
            Assert.DoesNotContain(gegeven, json, StringComparison.Ordinal);
    }

    [Fact]
    public void De_context_beschrijft_zich_en_elke_gebeurtenis_heeft_een_naam() =>
        Assert.Equal(
            [
                "adres-gewijzigd",
                "brief-gevraagd",
                "brief-in-bundel",
                "brief-naar-post",
                "brief-opgesteld",
                "brief-uit-bundel",
                "brief-verzonden",
                "brief-wacht-op-adres",
                "briefsjabloon-teruggezonden",
                "briefsjabloon-vastgesteld",
                "briefsjabloon-voorgesteld",
                "briefwijze-gewijzigd",
                "document-gescand",
                "document-geweigerd",
                "document-ingediend",
                "document-ontvangen",
                "document-verwijderd",
                "documentinhoud-vernietigd",
                "dossieruitvoer-gevraagd",
                "postbundel-gemaakt",
                "postbundel-gepost",
                "postbundel-vervallen",
            ],
            Context.Van<DossiersContext>().Gebeurtenisnamen.Keys.Order(StringComparer.Ordinal)
        );

    private static Postkamer Na(params IReadOnlyList<object> berichten)
    {
        var postkamer = new Postkamer();
        foreach (var bericht in berichten)
            postkamer.Hoor(bericht);
        return postkamer;
    }

    private static IEnumerable<IReadOnlyList<T>> Volgordes<T>(IReadOnlyList<T> zaken) =>
        zaken.Count <= 1
            ? [zaken]
            : Enumerable
                .Range(0, zaken.Count)
                .SelectMany(i => Volgordes<T>([.. zaken.Where((_, j) => j != i)]).Select(rest => (IReadOnlyList<T>)[zaken[i], .. rest]));
}
