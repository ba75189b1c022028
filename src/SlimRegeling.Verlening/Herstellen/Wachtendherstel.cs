using Marten;
using NodaTime;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>
/// What waits to mend a mistake, the oldest first, in the list of what is to be signed; not in cases in which who looks declared an interest of their
/// own. Also what nobody can sign: that goes back.
/// </summary>
public static class Wachtendherstel
{
    // There are few. Who signs these, or sends them back, sees the next.
    private const int Meeste = 200;

    /// <param name="Herstel">Its number, and that of the decision that comes of it.</param>
    /// <param name="Herstelt">The decision with the mistake.</param>
    /// <param name="Soort">tekst or inhoud.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="Nodig">What has to be set apart before it can be signed, in euro, like the next.</param>
    /// <param name="Gereserveerd">What was.</param>
    /// <param name="Gevolg">verlenen, wijzigen or afwijzen; absent when only the text is mended, or it is not known yet.</param>
    /// <param name="WaaromNiet">Why it cannot be signed, or not by the caller; absent when they can.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Herstel,
        string Herstelt,
        string Soort,
        string Door,
        Instant Op,
        decimal Nodig,
        decimal Gereserveerd,
        string? Gevolg = null,
        string? WaaromNiet = null
    );

    /// <param name="gesloten">The cases that are closed to who looks.</param>
    internal static Task<IReadOnlyList<Verlening>> Zoek(IDocumentSession sessie, string[] gesloten, CancellationToken ct) =>
        sessie.QueryAsync<Verlening>(
            "where data ->> 'herstelvoorstel' is not null and id <> all(?) order by data -> 'herstel' -> 'voorstel' ->> 'op', id limit ?",
            ct,
            gesloten,
            Meeste
        );

    /// <param name="verlening">With a proposal to mend.</param>
    /// <param name="bezwaren">Those of the case.</param>
    /// <param name="wie">Pseudonym of who looks.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case.</param>
    internal static Regel Toon(
        Verlening verlening,
        IReadOnlyList<Bezwaar> bezwaren,
        string wie,
        IReadOnlyCollection<string> metBelang,
        Regelstanden regels,
        Instant nu
    )
    {
        var (herstel, voorstel) = (verlening.Herstel!, verlening.Herstel!.Voorstel!);
        var hash = herstel.Voorgelegd?.Voorstelhash ?? "";
        return new(
            verlening.Id,
            verlening.KvkNummer,
            voorstel.Herstel,
            voorstel.Herstelt,
            voorstel.Soort,
            voorstel.Door,
            voorstel.Op,
            herstel.Voorgelegd?.Nodig ?? 0,
            herstel.Gereserveerd,
            herstel.Voorgelegd?.Gevolg,
            HerstelOndertekenen.Beslis(verlening.Id, verlening, bezwaren, hash, wie, regels, nu, metBelang).Weigering?.Uitleg
        );
    }
}
