using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The latest assessment counts. Once a decision is signed, another assessment is a contradiction that operators must see; but one that
/// crossed a refusal for want of budget changes nothing. One for an objection, or to mend a mistake, is kept beside what was decided: that decides what
/// comes of it.
/// </summary>
public sealed class BijAanvraagBeoordeeld(Stroom<Verlening> verleningen) : IVerwerker<AanvraagBeoordeeldBericht>
{
    public Task Verwerk(AanvraagBeoordeeldBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, AanvraagBeoordeeldBericht bericht)
    {
        var stand = verlening ?? new Verlening();
        if (bericht.Bezwaar is { } bezwaar)
        {
            return Opnieuw(stand, bericht, bezwaar);
        }
        if (
            stand.Ontoereikend is not null
            || !new Zegmoment(bericht.Op, bericht.Versie).Na(new(stand.Voorstel?.BeoordeeldOp, stand.Voorstel?.Versie))
        )
        {
            return Beslissing.Geen;
        }
        if (stand.Besloten)
        {
            return Weigering.Van("al-besloten", "Over deze aanvraag is al besloten; een nieuwe beoordeling verandert dat niet.");
        }
        if (Onbruikbaar(bericht) is { } waarom)
        {
            return Weigering.Van("onbruikbaar-voorstel", waarom);
        }
        var gehoord = new BeoordelingOntvangen(Voorstel.Van(bericht));
        return Voorleggen.Na(bericht.Zaaknummer, stand.Apply(gehoord), gehoord);
    }

    private static Beslissing Opnieuw(Verlening stand, AanvraagBeoordeeldBericht bericht, string bezwaar) =>
        !new Zegmoment(bericht.Op, bericht.Versie).Na(
            new(stand.Herbeoordeling?.Voorstel.BeoordeeldOp, stand.Herbeoordeling?.Voorstel.Versie)
        )
            ? Beslissing.Geen
        : Onbruikbaar(bericht) is { } waarom ? Weigering.Van("onbruikbaar-voorstel", waarom)
        : HerstelVoorleggen.Na(bericht.Zaaknummer, stand, new HerbeoordelingOntvangen(bezwaar, Voorstel.Van(bericht)));

    private static string? Onbruikbaar(AanvraagBeoordeeldBericht bericht) =>
        bericht.Voorstel switch
        {
            Voorstel.Verlenen when bericht.Gronden.Count > 0 => "Het voorstel is verlenen, maar er is een weigeringsgrond van toepassing.",
            Voorstel.Verlenen when bericht.Subsidie <= 0 => "Het voorstel is verlenen, maar het subsidiebedrag is niet hoger dan nul.",
            Voorstel.Verlenen when bericht.Voorschot < 0 || bericht.Voorschot > bericht.Subsidie =>
                "Het voorschot ligt niet tussen nul en het subsidiebedrag.",
            Voorstel.Verlenen when bericht.Partijen is { } partijen && partijen.Values.Sum() != bericht.Subsidie =>
                "De bedragen van de partijen zijn samen niet het subsidiebedrag.",
            Voorstel.Verlenen => null,
            Voorstel.Afwijzen when bericht.Gronden.Count == 0 => "Het voorstel is afwijzen, maar er is geen weigeringsgrond genoemd.",
            Voorstel.Afwijzen => null,
            _ => $"Het voorstel '{bericht.Voorstel}' is geen verlenen of afwijzen.",
        };
}
