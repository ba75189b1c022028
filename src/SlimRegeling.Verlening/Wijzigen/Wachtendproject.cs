using Marten;
using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// What lies ready of a project that runs, a change or a second advance, in the list of what is to be signed; not in cases in which who looks declared an
/// interest of their own.
/// </summary>
public static class Wachtendproject
{
    public const string TweedeVoorschot = "tweede-voorschot";

    // There are few. Who signs these, or sends them back, sees the next.
    private const int Meeste = 200;

    /// <param name="Nummer">Of the change, or of the decision that gives the advance.</param>
    /// <param name="Soort">The kind of change that was asked, or tweede-voorschot.</param>
    /// <param name="Titel">In words.</param>
    /// <param name="Uitkomst">toegewezen or afgewezen.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="BeslissenUiterlijk">Of a change.</param>
    /// <param name="Bedrag">Of an advance, in euro.</param>
    /// <param name="WaaromNiet">Why it cannot be signed, or not by the caller; absent when they can.</param>
    public sealed record Regel(
        string Zaaknummer,
        string KvkNummer,
        string Nummer,
        string Soort,
        string Titel,
        string Uitkomst,
        string Door,
        Instant Op,
        LocalDate? BeslissenUiterlijk = null,
        decimal? Bedrag = null,
        string? WaaromNiet = null
    );

    /// <param name="gesloten">The cases that are closed to who looks.</param>
    internal static Task<IReadOnlyList<Verlening>> Zoek(IDocumentSession sessie, string[] gesloten, CancellationToken ct) =>
        sessie.QueryAsync<Verlening>(
            "where data ->> 'projectvoorstel' is not null and id <> all(?) order by data ->> 'projectvoorstel', id limit ?",
            ct,
            gesloten,
            Meeste
        );

    /// <param name="verlening">With a proposal on a change or an advance.</param>
    /// <param name="wie">Pseudonym of who looks.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case.</param>
    internal static IEnumerable<Regel> Toon(
        Verlening verlening,
        string wie,
        IReadOnlyCollection<string> metBelang,
        Regelstanden regels,
        Instant nu
    )
    {
        foreach (var w in verlening.Wijzigingen.Where(w => w is { Open: true, Voorstel: not null }))
        {
            var voorstel = w.Voorstel!;
            yield return new(
                verlening.Id,
                verlening.KvkNummer,
                w.Wijziging,
                w.Gevraagd.Vraag.Soort,
                Wijzigingssoort.Titel(w.Gevraagd.Vraag.Soort),
                voorstel.Uitkomst,
                voorstel.Door,
                voorstel.Op,
                w.BeslissenUiterlijk,
                WaaromNiet: WijzigingOndertekenen
                    .Beslis(verlening.Id, verlening, w.Wijziging, voorstel.Voorstelhash, wie, regels, nu, metBelang)
                    .Weigering?.Uitleg
            );
        }
        if (verlening.Voortgang?.Voorstel is { } voorschot)
        {
            yield return new(
                verlening.Id,
                verlening.KvkNummer,
                Wijzigingsnummer.TweedeVoorschot(verlening.Id),
                TweedeVoorschot,
                "het tweede voorschot",
                Wijzigingsuitkomst.Toegewezen,
                voorschot.Door,
                voorschot.Op,
                Bedrag: voorschot.Bedrag,
                WaaromNiet: TweedeVoorschotOndertekenen
                    .Beslis(verlening.Id, verlening, voorschot.Voorstelhash, wie, regels, nu, metBelang)
                    .Weigering?.Uitleg
            );
        }
    }
}
