using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Bezwaren;

// Everything that can happen to an objection; what it comes to is in Bezwaar. A BeslissenUiterlijk is absent as long as the decision that it is
// against was not sent; a Regelhash says by which state of the rules a day was computed.

/// <summary>What an objection is about.</summary>
/// <param name="Besluit">Number of the decision that it is against.</param>
/// <param name="Soort">What that decides, one of <see cref="Besluitsoort"/>.</param>
/// <param name="Regelversie">By which that was taken.</param>
/// <param name="Indiener">One of <see cref="Bezwaren.Indiener"/>.</param>
public sealed record Betreft(string Zaaknummer, string KvkNummer, string Besluit, string Soort, string Regelversie, string Indiener);

/// <summary>
/// An objection was received (6:4 Awb): <c>online</c>, or by <c>post</c> and typed in. <c>Ondertekenaars</c> are the pseudonyms of who took the decision
/// that it is against. It could be lodged from <c>TermijnVan</c> up to and including <c>TermijnTot</c> (6:7, 6:8 Awb). <c>Ontbreekt</c>: codes of
/// what it lacks (6:5 Awb). Who it is from and why is kept beside the stream.
/// </summary>
[Naam("bezwaar-ingediend")]
public sealed record BezwaarIngediend(
    Betreft Betreft,
    IReadOnlyList<string> Ondertekenaars,
    string Wijze,
    LocalDate OntvangenOp,
    LocalDate? Poststempel,
    LocalDate? TermijnVan,
    LocalDate? TermijnTot,
    IReadOnlyList<string> Ontbreekt,
    bool? WilHoren,
    Verwijzing Inhoud,
    LocalDate ReactieUiterlijk,
    LocalDate? BeslissenUiterlijk,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// What was typed in from a letter was wrong: this is what it says. Who it is from is kept beside the stream, and so is why. Another day of receipt or
/// postmark asks another judgment whether it can be dealt with. <c>BeslissenUiterlijk</c> is there when that became another day. <c>MetAdres</c>: whether
/// its name and address were typed in.
/// </summary>
[Naam("bezwaar-registratie-gecorrigeerd")]
public sealed record RegistratieGecorrigeerd(
    Betreft Betreft,
    LocalDate OntvangenOp,
    LocalDate? Poststempel,
    IReadOnlyList<string> Ontbreekt,
    Verwijzing Inhoud,
    LocalDate ReactieUiterlijk,
    LocalDate? BeslissenUiterlijk,
    Verwijzing Reden,
    string Door,
    string Regelhash,
    Instant Op,
    [property: LaterToegevoegd] bool? MetAdres = null
) : Gebeurtenis;

/// <summary>The decision that it is against was sent after the objection came (6:10 Awb): now it is known when its term ends.</summary>
[Naam("bezwaartermijn-bekend")]
public sealed record TermijnBekend(
    Betreft Betreft,
    LocalDate TermijnVan,
    LocalDate TermijnTot,
    LocalDate? BeslissenUiterlijk,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>It may be mended (6:6 Awb); the term to do so runs when the letter that asks it was sent.</summary>
[Naam("bezwaar-herstel-gevraagd")]
public sealed record HerstelGevraagd(Betreft Betreft, IReadOnlyList<string> Ontbreekt, string Door, Instant Op) : Gebeurtenis;

/// <summary>The request was sent: it may be mended up to and including <c>Uiterlijk</c>, and the term to decide stands still (7:10, second paragraph, Awb).</summary>
[Naam("bezwaar-hersteltermijn-gestart")]
public sealed record HersteltermijnGestart(
    Betreft Betreft,
    LocalDate VerzondenOp,
    LocalDate Uiterlijk,
    LocalDate? BeslissenUiterlijk,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// The objector added something on <c>OntvangenOp</c>; <c>Hersteld</c> are codes of what it lacked and is there now. What it says is kept beside the
/// stream. <c>BeslissenUiterlijk</c> is there when that became another day.
/// </summary>
[Naam("bezwaar-aangevuld")]
public sealed record BezwaarAangevuld(
    Betreft Betreft,
    IReadOnlyList<string> Hersteld,
    bool? WilHoren,
    LocalDate OntvangenOp,
    Verwijzing Inhoud,
    LocalDate? BeslissenUiterlijk,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>
/// A person judged whether it can be dealt with; <c>Grond</c> is one of <see cref="Ontvankelijkheid"/>, <c>Berekend</c> what the days say of its being
/// in time. The argument is kept beside the stream.
/// </summary>
[Naam("bezwaar-ontvankelijkheid-beoordeeld")]
public sealed record OntvankelijkheidBeoordeeld(
    bool Ontvankelijk,
    string Grond,
    Tijdigheid Berekend,
    Verwijzing Argument,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>Someone else has an interest in it (7:2, second paragraph, Awb); who is kept beside the stream.</summary>
[Naam("bezwaar-partij-toegevoegd")]
public sealed record PartijToegevoegd(Verwijzing Gegevens, string Door, Instant Op) : Gebeurtenis;

/// <summary>
/// The objector is invited to be heard (7:2 Awb). <c>Wijze</c> is one of <see cref="Hoorwijze"/>. <c>Plaats</c>: an address of the executor, or where
/// online. <c>Instemming</c>: who agreed to hear sooner than 7:4 Awb needs; kept beside the stream.
/// </summary>
[Naam("bezwaar-hoorzitting-gepland")]
public sealed record HoorzittingGepland(
    Betreft Betreft,
    Instant Wanneer,
    string Wijze,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] string? Plaats = null,
    [property: LaterToegevoegd] Verwijzing? Instemming = null
) : Gebeurtenis;

/// <summary>Those concerned were heard; the report is kept beside the stream (7:7 Awb).</summary>
[Naam("bezwaar-gehoord")]
public sealed record Gehoord(LocalDate Dag, string Door, Verwijzing Verslag, Instant Op) : Gebeurtenis;

/// <summary>
/// Nobody is heard, on a ground of 7:3 Awb, one of <see cref="Hoorgrond"/>; the argument is kept beside the stream. <c>Anderen</c>: why others with an
/// interest are not heard either, kept there too; absent when there are none.
/// </summary>
[Naam("bezwaar-niet-gehoord")]
public sealed record NietGehoord(
    string Grond,
    Verwijzing Argument,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] Verwijzing? Anderen = null
) : Gebeurtenis;

/// <summary>A committee advises (7:13 Awb), so that there are twelve weeks to decide.</summary>
[Naam("bezwaar-commissie-ingesteld")]
public sealed record CommissieIngesteld(Betreft Betreft, string Door, LocalDate? BeslissenUiterlijk, string Regelhash, Instant Op)
    : Gebeurtenis;

/// <summary>The advice of the committee; <c>Strekking</c> is one of <see cref="Bezwaaruitkomst"/>, the text is kept beside the stream.</summary>
[Naam("bezwaar-advies-ontvangen")]
public sealed record AdviesOntvangen(string Strekking, Verwijzing Inhoud, string Door, Instant Op) : Gebeurtenis;

/// <summary>The decision is adjourned (7:10, third paragraph, Awb).</summary>
[Naam("bezwaar-verdaagd")]
public sealed record Verdaagd(Betreft Betreft, string Door, LocalDate BeslissenUiterlijk, string Regelhash, Instant Op) : Gebeurtenis;

/// <summary>
/// Further delay, on a ground of 7:10, fourth paragraph, Awb, one of <see cref="Uitstelgrond"/>; how that is known is kept beside the stream.
/// <c>Anderen</c>: why it cannot harm others with an interest who did not agree, kept there too; absent when there are none.
/// </summary>
[Naam("bezwaar-uitgesteld")]
public sealed record Uitgesteld(
    Betreft Betreft,
    string Grond,
    LocalDate BeslissenUiterlijk,
    Verwijzing Argument,
    string Door,
    string Regelhash,
    Instant Op,
    [property: LaterToegevoegd] Verwijzing? Anderen = null
) : Gebeurtenis;

/// <summary>
/// This employee has an interest of their own (2:4 Awb) and does nothing in this objection any more; why is kept beside the stream. An interest is
/// declared at the case since: that closes its objections too.
/// </summary>
[Naam("bezwaar-belang-gemeld")]
public sealed record BelangGemeld(string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;

/// <summary>
/// A decision lies ready for a second person. <c>Uitkomst</c> is one of <see cref="Bezwaaruitkomst"/>, <c>Gevolg</c> one of <see cref="Bezwaargevolg"/>.
/// <c>Herbeoordeling</c> is the hash of the assessment that it rests on. <c>Nodig</c>: what has to be set apart in <c>Tijdvak</c> before it can be
/// signed, in euro. <c>Herstelt</c>: the earlier decision in whose place it comes. The reasons are kept beside the stream. <c>Vaststelling</c>: the
/// settlement that stood, when the proposal has a consequence. <c>Blijft</c>: what the subsidy becomes when a withdrawal is revoked in part, with the parts
/// of the parties; absent when it is revoked wholly. <c>Toetreding</c>: what was confirmed where a party would receive more by a change, <c>Groei</c> how
/// much, in euro by KVK number.
/// </summary>
[Naam("beslissing-op-bezwaar-voorgesteld")]
public sealed record BeslissingVoorgesteld(
    string Voorstelhash,
    string Uitkomst,
    string? Gevolg,
    string? Herbeoordeling,
    string? Tijdvak,
    decimal Nodig,
    string? Herstelt,
    Verwijzing Motivering,
    string Door,
    Instant Op,
    [property: LaterToegevoegd] string? Vaststelling = null,
    [property: LaterToegevoegd] decimal? Blijft = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Partijen = null,
    [property: LaterToegevoegd] Toetreding? Toetreding = null,
    [property: LaterToegevoegd] IReadOnlyDictionary<string, decimal>? Groei = null
) : Gebeurtenis;

/// <summary>Tijdvakken set apart what a decision here needs, in euro, all of it together. <c>Versie</c>: that of the reservation.</summary>
[Naam("bezwaarbudget-ontvangen")]
public sealed record BezwaarbudgetOntvangen(decimal Bedrag, Instant Op, long? Versie) : Gebeurtenis;

/// <summary>
/// The second person did not sign; why is kept beside the stream. <c>Tijdvak</c>: where what was set apart is free again, because a decision stands and
/// nothing has to come in its place; absent when the first decision is still to come, or no money was asked.
/// </summary>
[Naam("beslissing-op-bezwaar-teruggezonden")]
public sealed record BeslissingTeruggezonden(
    string Voorstelhash,
    string Door,
    Verwijzing Reden,
    Instant Op,
    [property: LaterToegevoegd] string? Tijdvak = null
) : Gebeurtenis;

/// <summary>
/// The decision on the objection (7:11 Awb), signed by two who did not take the one that it is against (10:3, third paragraph). <c>Toekenning</c>: the
/// award as it stands after it; <c>Was</c> what was awarded before, in euro. <c>NietGehoord</c>: the ground of 7:3. <c>Uiterlijk</c>: the last day on
/// which it could be taken in time. <c>Vaststelling</c>: as in the proposal. <c>Brief</c>: as in <see cref="Verleend"/>.
/// <c>AanDerde</c>: it is made known to a third party who objected by a letter to them, from which the term to appeal runs. <c>Blijft</c>: as in the proposal.
/// <c>Herleeft</c>: what was withdrawn of the settlement is part of it again, and it is not taken anew. <c>NaWijziging</c>: the award after a change that it
/// grants or undoes. <c>Versienummer</c>: which version of the award it makes; absent when it makes none, and in what was decided before it was kept.
/// </summary>
[Naam("bezwaar-beslist")]
public sealed record BezwaarBeslist(
    Betreft Betreft,
    string Voorstelhash,
    string Besluit,
    LocalDate Besluitdatum,
    LocalDate? Uiterlijk,
    string Uitkomst,
    string? Gevolg,
    Verleend? Toekenning,
    decimal Was,
    string? NietGehoord,
    string? Herstelt,
    Verwijzing Motivering,
    IReadOnlyList<string> Ondertekenaars,
    string Regelhash,
    Instant Op,
    [property: LaterToegevoegd] string? Vaststelling = null,
    [property: LaterToegevoegd] string? Brief = null,
    [property: LaterToegevoegd] bool? AanDerde = null,
    [property: LaterToegevoegd] decimal? Blijft = null,
    [property: LaterToegevoegd] bool? Herleeft = null,
    [property: LaterToegevoegd] Verleend? NaWijziging = null,
    [property: LaterToegevoegd] int? Versienummer = null
) : Gebeurtenis
{
    /// <summary>Whether the settlement that stood is taken anew: the objection is against it, or the award that it rests on went up (6:19 Awb).</summary>
    [JsonIgnore]
    public bool Hervaststelt =>
        Vaststelling is not null && Herleeft != true && (Gevolg == Bezwaargevolg.Vaststellen || Toekenning?.Bedrag > Was);
}

/// <summary>The decision was sent to the applicant, while the term to appeal runs from the letter to a third party who objected.</summary>
[Naam("beslissing-op-bezwaar-verzonden")]
public sealed record BeslissingVerzonden(Betreft Betreft, string Besluit, LocalDate VerzondenOp, Instant Op) : Gebeurtenis;

/// <summary>The decision was sent: appeal is open on both days and between (6:7, 6:8, 8:1 Awb).</summary>
[Naam("beroepstermijn-gestart")]
public sealed record BeroepstermijnGestart(
    Betreft Betreft,
    string Besluit,
    LocalDate VerzondenOp,
    LocalDate Van,
    LocalDate TotEnMet,
    string Regelhash,
    Instant Op
) : Gebeurtenis;

/// <summary>The objector withdrew it (6:21 Awb); why is kept beside the stream, when there is a reason.</summary>
[Naam("bezwaar-ingetrokken")]
public sealed record BezwaarIngetrokken(Betreft Betreft, Verwijzing? Reden, Instant Op) : Gebeurtenis;
