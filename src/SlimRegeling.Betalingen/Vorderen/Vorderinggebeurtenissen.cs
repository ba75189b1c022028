using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Vorderen;

// Everything that can happen to a claim; what it comes to is in Vordering, what is proposed about one in Voorstelgebeurtenissen.

/// <summary>How money that came in, or a write-off, is divided: costs first, then the interest that was set, then the sum itself (4:92 Awb); in euro.</summary>
public sealed record Toerekening(decimal Kosten, decimal Rente, decimal Hoofdsom)
{
    public static readonly Toerekening Niets = new(0, 0, 0);

    [JsonIgnore]
    public decimal Totaal => Kosten + Rente + Hoofdsom;

    public Toerekening Met(Toerekening ander) => new(Kosten + ander.Kosten, Rente + ander.Rente, Hoofdsom + ander.Hoofdsom);

    public Toerekening Zonder(Toerekening ander) => new(Kosten - ander.Kosten, Rente - ander.Rente, Hoofdsom - ander.Hoofdsom);

    /// <summary>How much of an amount goes where when this stands open; what is over stands open nowhere.</summary>
    public (Toerekening Toegerekend, decimal Over) Verdeel(decimal bedrag)
    {
        var kosten = Math.Clamp(bedrag, 0, Math.Max(0, Kosten));
        var rente = Math.Clamp(bedrag - kosten, 0, Math.Max(0, Rente));
        var hoofdsom = Math.Clamp(bedrag - kosten - rente, 0, Math.Max(0, Hoofdsom));
        return (new(kosten, rente, hoofdsom), bedrag - kosten - rente - hoofdsom);
    }

    /// <summary>The same of money that was there before anything was charged beside the sum: that comes first.</summary>
    public (Toerekening Toegerekend, decimal Over) VerdeelOpTijd(decimal bedrag)
    {
        var hoofdsom = Math.Clamp(bedrag, 0, Math.Max(0, Hoofdsom));
        var (bijkomend, over) = (this with { Hoofdsom = 0 }).Verdeel(bedrag - hoofdsom);
        return (bijkomend with { Hoofdsom = hoofdsom }, over);
    }
}

/// <summary>One instalment: the last day on which it is paid.</summary>
public sealed record Termijnbetaling(LocalDate Uiterlijk, decimal Bedrag);

/// <summary>What keeps us from collecting.</summary>
public enum Belemmering
{
    Faillissement,
    Surseance,
    Schuldsanering,
    Overlijden,
}

/// <summary>By <c>Besluit</c> more was paid than is due: <c>Bedrag</c>, in euro, is to be claimed back (4:57 Awb).</summary>
[Naam("vordering-ontstaan")]
public sealed record VorderingOntstaan(string Zaaknummer, string Tijdvak, string KvkNummer, string Besluit, decimal Bedrag, Instant Op)
    : Gebeurtenis;

/// <summary>
/// A later decision, or a payment that came back, made it <c>Bedrag</c> where it was <c>Was</c>. Before it was decided it can become more; after that only less.
/// </summary>
[Naam("vordering-bijgesteld")]
public sealed record VorderingBijgesteld(string Besluit, decimal Bedrag, decimal Was, Instant Op) : Gebeurtenis;

/// <summary>
/// Of the sum that was written off <c>Bedrag</c> is not claimed any more, or came in after all, with so much of costs and interest, in euro: it is not lost.
/// </summary>
[Naam("afboeking-teruggenomen")]
public sealed record AfboekingTeruggenomen(
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    decimal Bedrag,
    Instant Op,
    [property: LaterToegevoegd] decimal? Kosten = null,
    [property: LaterToegevoegd] decimal? Rente = null
) : Gebeurtenis, IVorderingsboeking;

/// <summary>
/// The decision to claim back (4:57 Awb): of <c>Betaald</c>, less what was claimed before (<c>EerderGevorderd</c>), <c>Bedrag</c> is not due. <c>Grondslag</c>
/// is the decision from which that follows. <c>Tekst</c>: the argument and how to pay.
/// </summary>
[Naam("terugvordering-besloten")]
public sealed record TerugvorderingBesloten(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    string Grondslag,
    decimal Bedrag,
    decimal Betaald,
    decimal EerderGevorderd,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>The letter with the decision was sent: paid is by the last day (4:87 Awb).</summary>
[Naam("betaaltermijn-gestart")]
public sealed record BetaaltermijnGestart(LocalDate VerzondenOp, LocalDate Uiterlijk, string Regelversie, string Regelhash, Instant Op)
    : Gebeurtenis;

/// <summary>
/// The last day to pay, <c>Uiterlijk</c>, comes near and <c>Openstaand</c> is not paid, in euro: the recipient is told, once. It costs nothing, and is no
/// reminder as 4:112 Awb means it: no term starts with it.
/// </summary>
[Naam("vordering-herinnerd")]
public sealed record VorderingHerinnerd(
    string Zaaknummer,
    string KvkNummer,
    decimal Openstaand,
    LocalDate Uiterlijk,
    Verwijzing Tekst,
    Instant Op
) : Gebeurtenis;

/// <summary>It may be paid in instalments (4:94 Awb): meanwhile nobody is reminded.</summary>
[Naam("regeling-getroffen")]
public sealed record RegelingGetroffen(
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    IReadOnlyList<Termijnbetaling> Termijnen,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>An instalment was missed, and that is withdrawn (4:96 Awb).</summary>
[Naam("regeling-ingetrokken")]
public sealed record RegelingIngetrokken(
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// The term is over since <c>Uiterlijk</c> and <c>Openstaand</c> is not paid: the debtor is reminded (4:112 Awb), for which <c>Vergoeding</c> is charged (4:113 Awb), in euro.
/// </summary>
[Naam("vordering-aangemaand")]
public sealed record VorderingAangemaand(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    decimal Openstaand,
    decimal Vergoeding,
    LocalDate Uiterlijk,
    Verwijzing Tekst,
    string Regelversie,
    string Regelhash,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>
/// Of what was charged for the reminder or the writ <c>Bedrag</c>, in euro, is not owed and was not paid: there was no default, or by <c>Besluit</c> there is
/// no claim.
/// </summary>
[Naam("vorderingskosten-vervallen")]
public sealed record VorderingskostenVervallen(string Zaaknummer, string Tijdvak, string Besluit, decimal Bedrag, Instant Op)
    : Gebeurtenis,
        IVorderingsboeking;

/// <summary>The reminder was sent: until the last day nothing is enforced.</summary>
[Naam("aanmaningstermijn-gestart")]
public sealed record AanmaningstermijnGestart(LocalDate VerzondenOp, LocalDate Uiterlijk, string Regelversie, string Regelhash, Instant Op)
    : Gebeurtenis;

/// <summary>
/// The interest up to and without the day <c>Tot</c> was set (4:99 Awb): <c>Totaal</c> from the first day of default (<c>Van</c>) on, of which <c>Bedrag</c>
/// was not set before; below zero when the claim itself became less.
/// </summary>
[Naam("rente-vastgesteld")]
public sealed record RenteVastgesteld(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    decimal Bedrag,
    decimal Totaal,
    LocalDate Van,
    LocalDate Tot,
    string Regelversie,
    string Regelhash,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>
/// The claim became less: of the interest that was paid <c>Bedrag</c>, in euro, was never owed, and is paid back as order <c>Betaalopdracht</c> (4:102 Awb).
/// </summary>
[Naam("rente-teruggegeven")]
public sealed record RenteTeruggegeven(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    string Betaalopdracht,
    decimal Bedrag,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// Signed to be served on the debtor (4:114 Awb), for what stood open. The debt is of the decision of the day <c>Besluitdag</c>, and bears interest from the day
/// <c>Verzuim</c> on, as the writ tells (4:122 Awb).
/// </summary>
[Naam("dwangbevel-uitgevaardigd")]
public sealed record DwangbevelUitgevaardigd(
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    Toerekening Openstaand,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op,
    [property: LaterToegevoegd] LocalDate? Besluitdag = null,
    [property: LaterToegevoegd] LocalDate? Verzuim = null
) : Gebeurtenis;

/// <summary>The bailiff served it (4:123 Awb); <c>Kosten</c> of that are for the debtor (4:120 Awb), in euro.</summary>
[Naam("dwangbevel-betekend")]
public sealed record DwangbevelBetekend(
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    LocalDate Dag,
    decimal Kosten,
    Verwijzing Toelichting,
    string Door,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>Set off against another payment to the same recipient (4:57, third paragraph; 4:93 Awb): that counts as paid, and this as repaid.</summary>
[Naam("vordering-met-betaling-verrekend")]
public sealed record VorderingMetBetalingVerrekend(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Besluit,
    string Betaalopdracht,
    LocalDate Dag,
    Toerekening Toegerekend,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>Money came in; <c>Mutatie</c> is the movement on the statement.</summary>
[Naam("vordering-betaald")]
public sealed record VorderingBetaald(
    string Zaaknummer,
    string Tijdvak,
    string Besluit,
    string Mutatie,
    LocalDate Dag,
    Toerekening Toegerekend,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>
/// Nothing of it stands open any more, on the day <c>Dag</c>; <c>Betaald</c> is all that came in, of which <c>Hoofdsom</c> of the sum itself, in euro.
/// </summary>
[Naam("vordering-voldaan")]
public sealed record VorderingVoldaan(string Zaaknummer, string KvkNummer, decimal Betaald, decimal Hoofdsom, LocalDate Dag, Instant Op)
    : Gebeurtenis;

/// <summary>What stood open is collected no longer. Of the sum itself that is a loss.</summary>
[Naam("vordering-afgeboekt")]
public sealed record VorderingAfgeboekt(
    string Zaaknummer,
    string KvkNummer,
    string Tijdvak,
    string Besluit,
    Toerekening Afgeboekt,
    Verwijzing Tekst,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
) : Gebeurtenis, IVorderingsboeking;

/// <summary>From the day <c>Vanaf</c> on the debtor cannot be held to pay as others are.</summary>
[Naam("belemmering-gemeld")]
public sealed record BelemmeringGemeld(Belemmering Soort, LocalDate Vanaf, Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>A colleague of who noted it says that it is over since the day <c>Tot</c>; absent: since it was told.</summary>
[Naam("belemmering-opgeheven")]
public sealed record BelemmeringOpgeheven(
    Verwijzing Toelichting,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] LocalDate? Tot = null
) : Gebeurtenis;
