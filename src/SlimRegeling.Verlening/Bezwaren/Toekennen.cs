using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// What a decision on objection makes of the award (7:11, second paragraph, Awb), and one that mends a mistake: one where there was none, or a higher
/// one. Its amounts are those of the application as it was assessed again.
/// </summary>
internal static class Toekennen
{
    /// <summary>
    /// The award as it stands after the decision. A first one begins its period on the day after it (2.13); a higher one keeps the period. Once it was
    /// settled there is nothing to advance: what it gives more comes with another settlement.
    /// </summary>
    /// <param name="bezwaar">The number of the objection, or of the decision that mends.</param>
    public static Verleend Wordt(
        Verlening verlening,
        string zaaknummer,
        Voorstel herbeoordeling,
        string bezwaar,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant nu
    )
    {
        var nieuw = Ondertekenen.Toekenning(herbeoordeling, herbeoordeling.Hash(zaaknummer), besluit, ondertekenaars, versie, nu) with
        {
            Bezwaar = bezwaar,
        };
        return verlening.Verleend is { } was
            ? was with
            {
                SubsidiabeleKosten = nieuw.SubsidiabeleKosten,
                Bedrag = nieuw.Bedrag,
                // What was paid in advance is not asked back by an objection.
                Voorschot = verlening.Vaststelling is null ? Math.Max(was.Voorschot, nieuw.Voorschot) : was.Voorschot,
                Verantwoording = nieuw.Verantwoording,
                Activiteiten = nieuw.Activiteiten,
                Aandelen = nieuw.Aandelen,
                Partijen = nieuw.Partijen,
                Gedeeltelijk = nieuw.Gedeeltelijk,
                Posten = nieuw.Posten,
            }
            : nieuw;
    }

    /// <summary>The events in the stream of the case.</summary>
    public static Beslissing Gevolg(Verlening verlening, string zaaknummer, string bezwaar, BezwaarBeslist beslist, Regelversie versie) =>
        verlening.Herbeoordeling is { } opnieuw && opnieuw.Bezwaar == bezwaar
            ? Beslis(verlening, zaaknummer, opnieuw, beslist.Besluit, beslist.Ondertekenaars, versie, beslist.Op)
            : Weigering.Van("herbeoordeling-ontbreekt", "De herbeoordeling waarop dit besluit rust, is er niet.", "artikel 7:11 Awb");

    /// <summary>The same from what the stream of the case has, so that it can be computed again.</summary>
    public static Beslissing Beslis(
        Verlening verlening,
        string zaaknummer,
        HerbeoordelingOntvangen opnieuw,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant op
    )
    {
        var voorstel = opnieuw.Voorstel;
        if (!voorstel.IsVerlenen)
        {
            return Afwijzing(zaaknummer, opnieuw, besluit, ondertekenaars, versie, op);
        }
        var wordt = Wordt(verlening, zaaknummer, voorstel, opnieuw.Bezwaar, besluit, ondertekenaars, versie, op);
        var was = verlening.Verleend;
        Gebeurtenis toegekend = was is null
            ? wordt
            : new VerleningGewijzigd(
                wordt,
                opnieuw.Bezwaar,
                besluit,
                Moment.Dag(op),
                was.Bedrag,
                ondertekenaars,
                op,
                versie.Hash,
                was.Partijen
            );
        var voorschot = wordt.Voorschot - (was?.Voorschot ?? 0);
        return voorschot > 0
            ? Beslissing.Van(
                toegekend,
                new VoorschotToegekend(wordt.KvkNummer, besluit, voorschot, ondertekenaars, op, versie.Id, versie.Hash)
            )
            : toegekend;
    }

    private static Afgewezen Afwijzing(
        string zaaknummer,
        HerbeoordelingOntvangen opnieuw,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelversie versie,
        Instant op
    ) =>
        new(
            opnieuw.Voorstel.Hash(zaaknummer),
            opnieuw.Voorstel.Tijdvak,
            opnieuw.Voorstel.KvkNummer,
            opnieuw.Voorstel.Regelversie,
            besluit,
            Moment.Dag(op),
            opnieuw.Voorstel.Beslistermijn(versie).LaatsteDag,
            opnieuw.Voorstel.Gronden,
            ondertekenaars,
            op,
            versie.Hash,
            Bezwaar: opnieuw.Bezwaar
        );
}
