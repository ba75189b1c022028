using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Typezaken;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>What parties of a partnership did not declare: told per party, completed by the hoofdaanvrager, and named by the receipt.</summary>
public class PartijAanvullenTests
{
    private const string Houtcollege = "Houtcollege";

    private static readonly Formulier Zonder = Samenwerking
        .Met(1, p => p with { Verklaringen = p.Verklaringen! with { Mkb = null } })
        .Met(3, p => p with { Naam = Houtcollege, Verklaringen = null });

    private static readonly AanvraagIngediend Onvolledig = DienIn(Swv2025, Zonder, Hoofd).Gebeurde<AanvraagIngediend>();

    private static readonly Instant Later = Swv2025.Opent + Duration.FromDays(1);

    private static readonly AanvullingGevraagd Verzoek = Volledigheid
        .Beslis(
            Na(Onvolledig),
            new(false, [Documentcode.DeMinimisverklaring, Documentcode.MkbVerklaring]),
            Beoordelaar,
            Regelstanden.Ongewijzigd,
            Later
        )
        .Gebeurde<AanvullingGevraagd>();

    [Fact]
    public void Wat_een_partij_weer_niet_verklaart_staat_bij_die_partij()
    {
        var fouten = Vul(Zonder).Geweigerd("onjuiste-invoer").Fouten;

        Assert.Equal(
            ["formulier.partijen[1].verklaringen.mkb", "formulier.partijen[3].verklaringen.deMinimis"],
            fouten.Select(f => f.Veld).Order()
        );
        Assert.Contains(fouten, f => f.Uitleg.Contains(Houtcollege, StringComparison.Ordinal));
        Assert.Contains(fouten, f => f.Uitleg.Contains(Tweede, StringComparison.Ordinal));
    }

    [Fact]
    public void Met_alleen_de_verklaringen_van_die_partijen_is_het_aangevuld()
    {
        Assert.Equal([School], Vul(Samenwerking.Met(3, p => p with { Naam = Houtcollege })).Gebeurde<AanvraagAangevuld>().Verklaard);
    }

    [Theory]
    [InlineData(Documentcode.DeMinimisverklaring, "partijen[].verklaringen.deMinimis")]
    [InlineData(
        Documentcode.MkbVerklaring,
        "partijen[].werkzamePersonen",
        "partijen[].jaaromzet",
        "partijen[].balanstotaal",
        "partijen[].verklaringen.mkb"
    )]
    public void Het_formulier_noemt_de_velden_van_elke_partij(string document, params string[] velden) =>
        Assert.Equal(velden, Aanvulling.Formulierverschil.Bij(document, samenwerkingsverband: true));

    [Fact]
    public void Het_ontvangstbewijs_noemt_wie_wat_niet_verklaarde_en_wie_niet_bevestigde()
    {
        var versie = Regelstanden.Ongewijzigd.Versie(Onvolledig.Regelversie, Onvolledig.Op);

        var stand = Ontvangststand.Van(Onvolledig, Zonder, [School, "39999998"], "68727720", versie);

        Assert.Equal(
            [(Documentcode.MkbVerklaring, $"de partij met KVK-nummer {Tweede}"), (Documentcode.DeMinimisverklaring, Houtcollege)],
            stand.Ontbrekend.OrderByDescending(o => o.Soort).Select(o => (o.Soort, Assert.Single(o.Van!)))
        );
        Assert.All(stand.Ontbrekend, o => Assert.NotEqual(o.Soort, o.Titel));
        Assert.Equal([new(School, Houtcollege), new Ontvangststand.Partij("39999998")], stand.NietBevestigd);
        Assert.Equal("68727720", stand.Gemachtigde);
        // A machtiging is on record, so no file of it is asked.
        Assert.Equal(
            [Documentcode.BewijsRekening, Documentcode.Samenwerkingsovereenkomst],
            stand.GevraagdeBestanden.Select(b => b.Soort).Order()
        );
        // Of a form that was destroyed the codes stay.
        var kaal = Ontvangststand.Van(Onvolledig, null, [School], null, versie);
        Assert.Equal(2, kaal.Ontbrekend.Count);
        Assert.All(kaal.Ontbrekend, o => Assert.Null(o.Van));
        Assert.Equal(new Ontvangststand.Partij(School), Assert.Single(kaal.NietBevestigd));
    }

    private static Beslissing Vul(Formulier formulier) =>
        Aanvullen.Beslis(
            Na(Onvolledig, Verzoek),
            new(formulier),
            Zonder,
            _ => new Verwijzing(Guid.CreateVersion7(), "hash"),
            Regelstanden.Ongewijzigd,
            Later
        );
}
