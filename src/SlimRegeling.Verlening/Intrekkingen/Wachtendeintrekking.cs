using Marten;
using NodaTime;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// What lies ready to be withdrawn, the oldest first, in the list of what is to be signed; not in cases in which who looks declared an interest of their
/// own.
/// </summary>
public static class Wachtendeintrekking
{
    // There are few. Who signs these, or sends them back, sees the next.
    private const int Meeste = 200;

    /// <param name="Intrekking">Its number, and that of the decision that comes of it.</param>
    /// <param name="Betreft">The decision that it is about.</param>
    /// <param name="Soort">verlening or vaststelling.</param>
    /// <param name="Grond">A code of the rule version.</param>
    /// <param name="Bedrag">What the subsidy becomes at most, in euro, like the next.</param>
    /// <param name="Was">What it is now.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="WaaromNiet">Why it cannot be signed, or not by the caller; absent when they can.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Intrekking,
        string Betreft,
        string Soort,
        string Grond,
        decimal Bedrag,
        decimal Was,
        string Door,
        Instant Op,
        string? WaaromNiet = null
    );

    /// <param name="gesloten">The cases that are closed to who looks.</param>
    internal static Task<IReadOnlyList<Verlening>> Zoek(IDocumentSession sessie, string[] gesloten, CancellationToken ct) =>
        sessie.QueryAsync<Verlening>(
            """
            where data ->> 'intrekkingsvoorstel' is not null and data -> 'intrekking' -> 'voorgelegd' ->> 'op' is not null and id <> all(?)
            order by data -> 'intrekking' -> 'voorgelegd' ->> 'op', id limit ?
            """,
            ct,
            gesloten,
            Meeste
        );

    /// <param name="verlening">With a proposal that lies ready.</param>
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
        var (voorstel, voorgelegd) = (verlening.Intrekking!.Voorstel!, verlening.Intrekking.Voorgelegd!);
        return new(
            verlening.Id,
            verlening.KvkNummer,
            voorstel.Intrekking,
            voorstel.Betreft,
            voorstel.Soort,
            voorstel.Grond,
            voorstel.Bedrag,
            voorstel.VastgesteldWas ?? voorstel.Was,
            voorstel.Door,
            voorgelegd.Op,
            IntrekkingOndertekenen
                .Beslis(verlening.Id, verlening, bezwaren, voorgelegd.Voorstelhash, wie, regels, nu, metBelang)
                .Weigering?.Uitleg
        );
    }
}
