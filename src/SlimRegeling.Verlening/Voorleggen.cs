using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Adds the laying before a second person to what was just heard, when with it everything is there: the assessment and, for an award, the
/// budget that covers it. The moment is that of the later of the two, so that it does not hang on which was heard first.
/// </summary>
internal static class Voorleggen
{
    public static Beslissing Na(string zaaknummer, Verlening stand, Gebeurtenis gehoord) =>
        Gereed(stand) is { } op ? Beslissing.Van(gehoord, new Voorgelegd(stand.Voorstel!.Hash(zaaknummer), op)) : Beslissing.Van(gehoord);

    private static Instant? Gereed(Verlening stand) =>
        stand switch
        {
            { Vervallen: not null } or { Voorstelhash: not null } or { Teruggezonden: not null } or { Besloten: true } => null,
            { Gedekt: false } => null,
            { Voorstel: { IsVerlenen: true } voorstel, GereserveerdOp: { } gereserveerd } => Instant.Max(
                voorstel.BeoordeeldOp,
                gereserveerd
            ),
            { Voorstel: { IsVerlenen: false } voorstel } => voorstel.BeoordeeldOp,
            _ => null,
        };
}
