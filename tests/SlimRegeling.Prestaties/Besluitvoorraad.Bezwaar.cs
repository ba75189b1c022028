using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Prestaties;

/// <summary>What was objected to in these cases.</summary>
internal static partial class Besluitvoorraad
{
    private const string Bo = "behandelaar-bezwaar";
    private const string Mo = "ondertekenaar-bezwaar";

    /// <summary>
    /// By turns: nothing; an objection that is mended and withdrawn; one that is adjourned, decided on as unfounded and once more in better words; one
    /// by which the award becomes higher.
    /// </summary>
    private static Verhaal<Bezwaar>? Objecteer(Verhaal<Verlening.Verlening> verlening, AanvraagBeoordeeldBericht beoordeeld, int nummer)
    {
        var beurt = nummer % 4;
        if (beurt == 0)
        {
            return null;
        }
        var (versie, op) = (Regelboek.Versie(beoordeeld.Regelversie), Sluit + Duration.FromDays(45));
        var bezwaar = new Verhaal<Bezwaar>("verlening", Bezwaarnummer.Van(verlening.Id, 1));
        Dien(bezwaar, verlening, metGronden: beurt > 1, op);
        if (beurt == 1)
        {
            bezwaar.Gebeurt(HerstelVragen.Beslis(bezwaar.Stand, Bo, versie, op + Duration.FromDays(1)));
            bezwaar.Gebeurt(BezwaarIntrekken.Beslis(bezwaar.Stand, medewerker: false, () => null, op + Duration.FromDays(2)));
            return bezwaar;
        }
        op += Duration.FromDays(3);
        bezwaar.Gebeurt(Verdagen.Verdaag(bezwaar.Stand, Bo, versie, op));
        bezwaar.Gebeurt(
            OntvankelijkheidBeoordelen.Beslis(
                bezwaar.Stand,
                new(Ontvankelijkheid.OpTijd, "Binnen zes weken."),
                () => bezwaar.Bewaar("Binnen zes weken."),
                Bo,
                versie,
                op
            )
        );
        bezwaar.Gebeurt(Horen.ZieAf(bezwaar.Stand, new(Hoorgrond.WilNiet, "Zelf gezegd."), bezwaar.Bewaar, Bo, op));
        if (beurt == 2)
        {
            BeslisOpBezwaar(bezwaar, verlening, Bezwaaruitkomst.Ongegrond, null, op + Duration.FromDays(10));
            BeslisOpBezwaar(bezwaar, verlening, Bezwaaruitkomst.Ongegrond, $"{bezwaar.Id}-1", op + Duration.FromDays(20));
            return bezwaar;
        }
        var opnieuw = beoordeeld with
        {
            SubsidiabeleKosten = beoordeeld.SubsidiabeleKosten + 100.00m,
            Subsidie = beoordeeld.Subsidie + 60.00m,
            Beoordelaar = Bo,
            Bezwaar = bezwaar.Id,
            Op = op,
        };
        verlening.Gebeurt(SlimRegeling.Verlening.BijAanvraagBeoordeeld.Beslis(verlening.Stand, opnieuw));
        BeslisOpBezwaar(bezwaar, verlening, Bezwaaruitkomst.Gegrond, null, op + Duration.FromDays(10));
        return bezwaar;
    }

    private static void Dien(Verhaal<Bezwaar> bezwaar, Verhaal<Verlening.Verlening> verlening, bool metGronden, Instant op)
    {
        var verleend = verlening.Stand.Verleend!;
        var verzoek = metGronden
            ? new BezwaarIndienen.Verzoek(verleend.Besluit, "Eva", "Het is te weinig.", WilHoren: false)
            : new BezwaarIndienen.Verzoek(verleend.Besluit, "Eva", GrondenVolgen: true);
        var aanvrager = new Persoon("aanvrager", new HashSet<Rol> { Rol.Aanvrager }, verleend.KvkNummer);
        bezwaar.Gebeurt(BezwaarIndienen.Beslis(verlening.Stand, [], verzoek, aanvrager, bezwaar.Bewaar, Regelstanden.Ongewijzigd, op));
    }

    /// <summary>Proposed, its money set apart, signed by another, with what it makes of the award; and sent.</summary>
    /// <param name="herstelt">The decision in whose place it comes.</param>
    private static void BeslisOpBezwaar(
        Verhaal<Bezwaar> bezwaar,
        Verhaal<Verlening.Verlening> verlening,
        string uitkomst,
        string? herstelt,
        Instant op
    )
    {
        var versie = Regelboek.Versie(bezwaar.Stand.Betreft!.Regelversie);
        bezwaar.Gebeurt(
            BeslissingVoorstellen.Beslis(
                bezwaar.Stand,
                verlening.Stand,
                new(uitkomst, "Dit is waarom.", Herstelt: herstelt),
                bezwaar.Bewaar,
                Bo,
                op
            )
        );
        var (voorstel, zaak) = (bezwaar.Stand.Voorstel!, verlening.Id);
        if (voorstel.Nodig > 0)
        {
            var gereserveerd = new BezwaarbudgetGereserveerdBericht(zaak, Tijdvak.Id, bezwaar.Id, voorstel.Nodig, op, Versie: 1);
            bezwaar.Gebeurt(BijBezwaarbudgetGereserveerd.Beslis(bezwaar.Stand, gereserveerd));
        }
        op += Duration.FromDays(1);
        bezwaar.Gebeurt(BeslissingOndertekenen.Beslis(bezwaar.Stand, verlening.Stand, voorstel.Voorstelhash, Mo, versie, op));
        var beslist = bezwaar.Stand.Beslissing!;
        if (beslist.Gevolg is not null)
        {
            verlening.Gebeurt(BeslissingOndertekenen.Gevolg(verlening.Stand, beslist, versie));
        }
        const string Soort = "beslissing-op-bezwaar";
        var verzonden = new BriefVerzondenBericht(zaak, $"{beslist.Besluit}-{Soort}", Soort, beslist.Besluit, Moment.Dag(op), op);
        bezwaar.Gebeurt(Bezwaarpost.Beslist(bezwaar.Stand, verzonden, Regelstanden.Ongewijzigd));
    }
}
