using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>What a letter is about: exactly one of the messages that ask for one. None of them carries personal data.</summary>
public sealed record Briefopdracht
{
    public SubsidieVerleendBericht? Verlening { get; init; }

    public AanvraagAfgewezenBericht? Afwijzing { get; init; }

    public AanvullingGevraagdBericht? Aanvulling { get; init; }

    public BuitenBehandelingGesteldBericht? BuitenBehandeling { get; init; }

    public BewijsGevraagdBericht? Bewijsverzoek { get; init; }

    public DeclaratieaanvullingGevraagdBericht? Declaratieaanvulling { get; init; }

    public SubsidieVastgesteldBericht? Vaststelling { get; init; }

    public BezwaarIngediendBericht? Bezwaarontvangst { get; init; }

    public BezwaarHerstelGevraagdBericht? Bezwaarherstel { get; init; }

    public BezwaarHoorzittingBericht? Hoorzitting { get; init; }

    public BezwaarBeslistermijnBericht? Beslistermijn { get; init; }

    public BezwaarBeslistBericht? Bezwaarbeslissing { get; init; }

    public HerstelbesluitGenomenBericht? Herstel { get; init; }

    public WijzigingBeslotenBericht? Wijziging { get; init; }

    public VoorschotToegekendBericht? Voorschot { get; init; }

    public LaatsteDagNadertBericht? Herinnering { get; init; }

    public IntrekkingVoorgenomenBericht? Intrekkingsvoornemen { get; init; }

    public VerleningIngetrokkenBericht? Intrekking { get; init; }

    public TerugvorderingBeslotenBericht? Terugvordering { get; init; }

    public RentevergoedingBeslotenBericht? Rentevergoeding { get; init; }

    public VorderingHerinnerdBericht? Betaalherinnering { get; init; }

    public VorderingAangemaandBericht? Aanmaning { get; init; }

    public VorderingsbesluitGenomenBericht? Vorderingsbesluit { get; init; }

    public VertragingMedegedeeldBericht? Vertraging { get; init; }

    public VaststellingVertraagdBericht? Vaststellingsvertraging { get; init; }

    public WijzigingVertraagdBericht? Wijzigingsvertraging { get; init; }

    /// <summary>As Betalingen calls what is written for a bailiff (4:122 Awb).</summary>
    public const string Dwangbevel = "dwangbevel";

    /// <summary>
    /// Who beside the applicant gets it, as Verlening calls them: <see cref="Derden.Indiener"/> or <c>partij-1</c> and on; or <see cref="Derden.Deurwaarder"/>;
    /// null: the applicant.
    /// </summary>
    public string? Ontvanger { get; init; }

    /// <summary>Whether the name and address of the enterprise stand above it, whoever gets it.</summary>
    [JsonIgnore]
    public bool NoemtOnderneming => Ontvanger is null or Derden.Deurwaarder;

    /// <summary>To others than the applicant it says other things.</summary>
    [JsonIgnore]
    public string Soort => NoemtOnderneming ? Gegevens.Soort : $"{Gegevens.Soort}-{(Bezwaarbeslissing is null ? "derde" : "afschrift")}";

    [JsonIgnore]
    public string Zaaknummer => Gegevens.Zaaknummer;

    [JsonIgnore]
    public string KvkNummer => Gegevens.KvkNummer;

    /// <summary>The number of the decision that the letter tells of; null when it tells of none.</summary>
    [JsonIgnore]
    public string? Besluit => Gegevens.Besluit;

    /// <summary>When it was decided or asked.</summary>
    [JsonIgnore]
    public Instant Op => Gegevens.Op;

    /// <summary>The objection that the letter is about; null when it is about none.</summary>
    [JsonIgnore]
    public string? Bezwaar =>
        Bezwaarontvangst?.Bezwaar
        ?? Bezwaarherstel?.Bezwaar
        ?? Hoorzitting?.Bezwaar
        ?? Beslistermijn?.Bezwaar
        ?? Bezwaarbeslissing?.Bezwaar;

    /// <summary>Hash of the template with which it was read before its decision was signed; null when nobody read it.</summary>
    [JsonIgnore]
    public string? Gelezen =>
        Ontvanger is not null
            ? null
            : Verlening?.Brief ?? Afwijzing?.Brief ?? BuitenBehandeling?.Brief ?? Bezwaarbeslissing?.Brief ?? Herstel?.Brief;

    /// <summary>What its receiver names to tell which letter it is: the decision, else the objection or what is meant, else the case.</summary>
    [JsonIgnore]
    public string Kenmerk =>
        Besluit
        ?? Bezwaar
        ?? Intrekkingsvoornemen?.Intrekking
        ?? Wijzigingsvertraging?.Wijziging
        ?? Vorderingsbesluit?.Besluit
        ?? Betaalherinnering?.Vordering
        ?? Aanmaning?.Vordering
        ?? Zaaknummer;

    /// <summary>
    /// Of its kind there is one letter in a case, on each objection, on each decision on it or in the place of a settlement, for each hearing and for each
    /// new last day; on each decision that mends a mistake or is on a change, before each last day and for each day on which a late decision can be
    /// expected; on each proposal and decision to withdraw; and on each claim, its reminder and what is decided about it. On an objection each who gets it has their own.
    /// </summary>
    [JsonIgnore]
    public string Brief => Ontvanger is null ? Waarover : $"{Waarover}-{Ontvanger}";

    private string Waarover =>
        this switch
        {
            { Bezwaarbeslissing: { } b } => $"{b.Besluit}-{Soort}",
            { Herstel: { } b } => $"{b.Besluit}-{Soort}",
            { Wijziging: { } b } => $"{b.Besluit}-{Soort}",
            { Voorschot: { } b } => $"{b.Besluit}-{Soort}",
            { Herinnering: { } b } => $"{b.Zaaknummer}-{Soort}-{b.Soort}-{b.Dag.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}",
            { Vertraging: { } b } => $"{b.Zaaknummer}-{Soort}-{b.VerwachtOp.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}",
            { Vaststellingsvertraging: { } b } =>
                $"{b.Zaaknummer}-{Soort}-{b.VerwachtOp.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}",
            { Wijzigingsvertraging: { } b } => $"{b.Wijziging}-{Soort}",
            { Intrekkingsvoornemen: { } b } => $"{b.Intrekking}-{Soort}",
            { Intrekking: { } b } => $"{b.Besluit}-{Soort}",
            { Terugvordering: { } b } => $"{b.Besluit}-{Soort}",
            { Betaalherinnering: { } b } => $"{b.Vordering}-{Soort}",
            { Aanmaning: { } b } => $"{b.Vordering}-{Soort}",
            { Vorderingsbesluit: { } b } => $"{b.Besluit}-{Soort}",
            { Rentevergoeding: { } b } => $"{b.Besluit}-{Soort}",
            { Vaststelling: { Vervangt: not null } b } => $"{b.Besluit}-{Soort}",
            { Hoorzitting: { } b } =>
                $"{b.Bezwaar}-{Soort}-{b.Wanneer.InZone(Moment.Amsterdam).ToString("uuuuMMdd-HHmm", CultureInfo.InvariantCulture)}",
            { Beslistermijn: { } b } => $"{b.Bezwaar}-{Soort}-{b.BeslissenUiterlijk.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}",
            _ => $"{Bezwaar ?? Zaaknummer}-{Soort}",
        };

    /// <summary>By which the e-mail that tells of it goes once.</summary>
    [JsonIgnore]
    public string Emailkenmerk => Brief[(Zaaknummer.Length + 1)..];

    private (string Soort, string Zaaknummer, string KvkNummer, string? Besluit, Instant Op) Gegevens =>
        this switch
        {
            { Verlening: { } b } => ("verlening", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Afwijzing: { } b } => ("afwijzing", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Aanvulling: { } b } => ("aanvulling", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { BuitenBehandeling: { } b } => ("buiten-behandeling", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Declaratieaanvulling: { } b } => ("declaratie-aanvulling", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Bewijsverzoek: { } b } => ("bewijsverzoek", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Vaststelling: { } b } => ("vaststelling", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Bezwaarontvangst: { } b } => ("bezwaar-ontvangst", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Bezwaarherstel: { } b } => ("bezwaar-herstel", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Hoorzitting: { } b } => ("bezwaar-hoorzitting", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Beslistermijn: { } b } => ("bezwaar-beslistermijn", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Bezwaarbeslissing: { } b } => ("beslissing-op-bezwaar", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Herstel: { } b } => ("herstelbesluit", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Wijziging: { } b } => ("wijzigingsbesluit", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Voorschot: { } b } => ("voorschot", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Herinnering: { } b } => ("herinnering", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Vertraging: { } b } => ("vertraging", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Vaststellingsvertraging: { } b } => ("vaststelling-vertraging", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Wijzigingsvertraging: { } b } => ("wijziging-vertraging", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Intrekkingsvoornemen: { } b } => ("intrekking-voornemen", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Intrekking: { } b } => ("intrekking", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Terugvordering: { } b } => ("terugvordering", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            { Betaalherinnering: { } b } => ("betaalherinnering", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Aanmaning: { } b } => ("aanmaning", b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Rentevergoeding: { } b } => ("rentevergoeding", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            // No objection is open against it: who is held to pay goes to the civil court (4:123 Awb, 438 Rv).
            { Vorderingsbesluit: { Soort: Dwangbevel } b } => (Dwangbevel, b.Zaaknummer, b.KvkNummer, null, b.Op),
            { Vorderingsbesluit: { } b } => ("vorderingsbesluit", b.Zaaknummer, b.KvkNummer, b.Besluit, b.Op),
            _ => throw new InvalidOperationException("A letter is about nothing."),
        };
}
