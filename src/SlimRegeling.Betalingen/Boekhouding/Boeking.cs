using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>The accounts of the ledger, as they are called in its rows.</summary>
public static partial class Grootboekrekeningen
{
    public const string Budget = "budget";
    public const string Verplichtingen = "verplichtingen";
    public const string Voorschotten = "voorschotten";
    public const string Kosten = "kosten";
    public const string TeBetalen = "te-betalen";
    public const string TeVorderen = "te-vorderen";
    public const string Bank = "bank";

    public static readonly IReadOnlyList<string> Alle =
    [
        Budget,
        Verplichtingen,
        Voorschotten,
        Kosten,
        TeBetalen,
        TeVorderen,
        Bank,
        Rente,
        Oninbaar,
        Tussenrekening,
        Bankkosten,
    ];
}

/// <summary>One side of a booking, in euro: either debit or credit is above zero.</summary>
public sealed record Boekingsregel(string Rekening, decimal Debet, decimal Credit);

/// <summary>What one event means in money. The sums of debit and credit are equal.</summary>
/// <param name="Boekdatum">The day of the event: booked on it, unless its month was closed by then.</param>
/// <param name="KeertOm">The booking that this one reverses.</param>
public sealed partial record Boeking(
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    LocalDate Boekdatum,
    Instant Op,
    IReadOnlyList<Boekingsregel> Regels,
    Guid? KeertOm = null
)
{
    /// <summary>The booking that follows from an event of this stream; null when it moves no money.</summary>
    public static Boeking? Van(string stroom, object gebeurtenis) =>
        gebeurtenis switch
        {
            VerplichtingAangegaan e => new(
                stroom,
                e.Tijdvak,
                e.Besluit,
                Moment.Dag(e.Op),
                e.Op,
                [.. Zijden(Budget, Verplichtingen, e.Bedrag)]
            ),
            VerplichtingGewijzigd e => new(
                stroom,
                e.Tijdvak,
                e.Besluit,
                Moment.Dag(e.Op),
                e.Op,
                [.. Zijden(Budget, Verplichtingen, e.Bedrag - e.Was)]
            ),
            // The settlement books its own debt, and so does what is due after all: an order from it changes nothing more.
            BetalingOpgedragen { Opdracht: { Soort: Betaalsoort.Voorschot } o } e => Betaling(
                o,
                Moment.Dag(e.Op),
                e.Op,
                Voorschotten,
                TeBetalen
            ),
            BetalingOpgedragen { Opdracht: { Soort: Betaalsoort.Rente } o } e => Betaling(o, Moment.Dag(e.Op), e.Op, Rente, TeBetalen),
            VerplichtingAfgerekend e => new(stroom, e.Tijdvak, e.Besluit, Moment.Dag(e.Op), e.Op, [.. Afrekening(e)]),
            VerplichtingHerrekend e => new(stroom, e.Tijdvak, e.Besluit, Moment.Dag(e.Op), e.Op, [.. Herrekening(e)]),
            VerplichtingIngetrokken e => new(stroom, e.Tijdvak, e.Besluit, Moment.Dag(e.Op), e.Op, [.. Intrekking(e)]),
            VorderingVerrekend e => new(
                stroom,
                e.Tijdvak,
                e.Besluit,
                Moment.Dag(e.Op),
                e.Op,
                [.. Zonder0(Zijde(TeBetalen, e.Bedrag), Zijde(TeVorderen, -e.Bedrag))]
            ),
            CorrectieGeboekt e => new(e.Zaaknummer, e.Tijdvak, e.Besluit, Moment.Dag(e.Op), e.Op, e.Regels, e.KeertOm),
            BetalingUitgevoerd e => Betaling(e.Opdracht, e.Boekdatum, e.Op, TeBetalen, Bank),
            BetalingTeruggekomen e => Betaling(e.Opdracht, e.Boekdatum, e.Op, Bank, TeBetalen),
            _ => VanVordering(gebeurtenis) ?? VanBank(stroom, gebeurtenis),
        };

    private static Boeking Betaling(Opdracht opdracht, LocalDate boekdatum, Instant op, string debet, string credit) =>
        new(opdracht.Zaaknummer, opdracht.Tijdvak, opdracht.Besluit, boekdatum, op, [.. Zijden(debet, credit, opdracht.Bedrag)]);

    private static IEnumerable<Boekingsregel> Zijden(string debet, string credit, decimal bedrag) =>
        Zonder0(new Boekingsregel(debet, bedrag, 0), new Boekingsregel(credit, 0, bedrag));

    private static IEnumerable<Boekingsregel> Afrekening(VerplichtingAfgerekend e) =>
        Zonder0(
            new Boekingsregel(Verplichtingen, e.Verleend, 0),
            new Boekingsregel(Budget, 0, e.Verleend),
            new Boekingsregel(Kosten, e.Vastgesteld, 0),
            new Boekingsregel(TeVorderen, Math.Max(0, -e.NogTeBetalen), 0),
            new Boekingsregel(Voorschotten, 0, e.Voorschotten),
            new Boekingsregel(TeBetalen, 0, Math.Max(0, e.NogTeBetalen))
        );

    private static IEnumerable<Boekingsregel> Herrekening(VerplichtingHerrekend e) =>
        Zonder0(
            Zijde(Verplichtingen, e.Verleend),
            Zijde(Budget, -e.Verleend),
            new Boekingsregel(Kosten, e.Vastgesteld, 0),
            Zijde(TeVorderen, e.Vordering),
            Zijde(Voorschotten, -e.Voorschotten),
            new Boekingsregel(TeBetalen, 0, e.TeBetalen)
        );

    private static IEnumerable<Boekingsregel> Intrekking(VerplichtingIngetrokken e) =>
        Zonder0(
            Zijde(Verplichtingen, e.Verplichting),
            Zijde(Budget, -e.Verplichting),
            Zijde(TeBetalen, e.Gestopt),
            Zijde(TeVorderen, e.Vordering),
            Zijde(Voorschotten, -e.Voorschotten),
            Zijde(Kosten, -e.Kosten)
        );

    /// <summary>Debit above zero, credit below.</summary>
    private static Boekingsregel Zijde(string rekening, decimal bedrag) => new(rekening, Math.Max(0, bedrag), Math.Max(0, -bedrag));

    private static IEnumerable<Boekingsregel> Zonder0(params IEnumerable<Boekingsregel> regels) =>
        regels.Where(r => r.Debet != 0 || r.Credit != 0);
}
