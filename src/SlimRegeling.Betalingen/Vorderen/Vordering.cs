using System.Globalization;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

public enum Vorderingstand
{
    /// <summary>Nothing was decided yet.</summary>
    Ontstaan,

    /// <summary>Decided, and the letter with it was not sent yet.</summary>
    Besloten,

    /// <summary>It can still be paid in time.</summary>
    Loopt,
    Regeling,
    InVerzuim,
    Aangemaand,
    Dwangbevel,
    Voldaan,
    Afgeboekt,

    /// <summary>Nothing was to be claimed after all.</summary>
    Vervallen,
}

/// <summary>
/// What is claimed back of one recipient by one decision; its id is that of the case with <c>-TV1</c> behind it, the number of the decision and the reference
/// to pay with. What is to be claimed after that was decided is the next, with a term of its own.
/// </summary>
public sealed partial record Vordering : IVanOnderneming
{
    public string Id { get; init; } = "";

    public VorderingOntstaan Ontstaan { get; init; } = null!;

    /// <summary>What is claimed of the sum itself, in euro, whether it was paid or not.</summary>
    public decimal Hoofdsom { get; init; }

    public TerugvorderingBesloten? Besloten { get; init; }

    public BetaaltermijnGestart? Termijn { get; init; }

    /// <summary>Null while there is none, and once it was withdrawn.</summary>
    public RegelingGetroffen? Regeling { get; init; }

    /// <summary>Null when nobody was told that the last day comes near.</summary>
    public VorderingHerinnerd? Herinnerd { get; init; }

    public VorderingAangemaand? Aangemaand { get; init; }

    public AanmaningstermijnGestart? Aanmaningstermijn { get; init; }

    /// <summary>What was charged beside it and is not owed, in euro. Stored, so that the reconciliation finds it.</summary>
    public decimal VervallenKosten { get; init; }

    public DwangbevelUitgevaardigd? Dwangbevel { get; init; }

    public DwangbevelBetekend? Betekend { get; init; }

    public IReadOnlyList<RenteVastgesteld> Renten { get; init; } = [];

    /// <summary>What of it was paid and was never owed, and is given back.</summary>
    public IReadOnlyList<RenteTeruggegeven> Teruggaven { get; init; } = [];

    public IReadOnlyList<VorderingBetaald> Betalingen { get; init; } = [];

    public IReadOnlyList<VorderingMetBetalingVerrekend> Verrekeningen { get; init; } = [];

    public Toerekening Afgeboekt { get; init; } = Toerekening.Niets;

    public BelemmeringGemeld? Belemmerd { get; init; }

    /// <summary>Null while nothing lies ready to be signed.</summary>
    public VorderingsvoorstelGedaan? Voorstel { get; init; }

    /// <summary>Pseudonyms of who signed it so far.</summary>
    public IReadOnlyList<string> Handtekeningen { get; init; } = [];

    /// <summary>Ids of the texts of what was decided, for its letters.</summary>
    public IReadOnlyList<Guid> Teksten { get; init; } = [];

    /// <summary>How many were made, so that each has a number of its own.</summary>
    public int Voorstellen { get; init; }

    public VorderingsvoorstelTeruggezonden? Teruggezonden { get; init; }

    [JsonIgnore]
    public string Zaaknummer => Ontstaan.Zaaknummer;

    [JsonIgnore]
    public string KvkNummer => Ontstaan.KvkNummer;

    public static string Nummer(string zaaknummer, int volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-TV{volgnummer}");

    public Vordering Apply(VorderingOntstaan e) => this with { Ontstaan = e, Hoofdsom = e.Bedrag };

    public Vordering Apply(VorderingBijgesteld e) => this with { Hoofdsom = e.Bedrag };

    public Vordering Apply(AfboekingTeruggenomen e) =>
        this with
        {
            Afgeboekt = Afgeboekt.Zonder(new(e.Kosten ?? 0, e.Rente ?? 0, e.Bedrag)),
        };

    public Vordering Apply(TerugvorderingBesloten e) => Besloot(e.Tekst) with { Besloten = e };

    public Vordering Apply(BetaaltermijnGestart e) => this with { Termijn = e };

    public Vordering Apply(RegelingGetroffen e) => MetUitstel(e).Besloot(e.Tekst) with { Regeling = e };

    public Vordering Apply(RegelingIngetrokken e) =>
        ZonderUitstel(Uitstelgrond.Regeling, Moment.Dag(e.Op)).Besloot(e.Tekst) with
        {
            Regeling = null,
        };

    public Vordering Apply(VorderingHerinnerd e) => this with { Herinnerd = e };

    public Vordering Apply(VorderingAangemaand e) => this with { Aangemaand = e };

    public Vordering Apply(VorderingskostenVervallen e) => this with { VervallenKosten = VervallenKosten + e.Bedrag };

    public Vordering Apply(AanmaningstermijnGestart e) => this with { Aanmaningstermijn = e };

    public Vordering Apply(RenteVastgesteld e) => Besloot(e.Tekst) with { Renten = [.. Renten, e] };

    public Vordering Apply(RenteTeruggegeven e) => Besloot(e.Tekst) with { Teruggaven = [.. Teruggaven, e] };

    public Vordering Apply(DwangbevelUitgevaardigd e) => Besloot(e.Tekst) with { Dwangbevel = e };

    public Vordering Apply(DwangbevelBetekend e) => this with { Betekend = e };

    public Vordering Apply(VorderingMetBetalingVerrekend e) => Besloot(e.Tekst) with { Verrekeningen = [.. Verrekeningen, e] };

    public Vordering Apply(VorderingBetaald e) => this with { Betalingen = [.. Betalingen, e] };

    public Vordering Apply(VorderingVoldaan _) => this;

    public Vordering Apply(VorderingAfgeboekt e) => Besloot(e.Tekst) with { Afgeboekt = Afgeboekt.Met(e.Afgeboekt) };

    public Vordering Apply(BelemmeringGemeld e) => MetUitstel(e) with { Belemmerd = e };

    public Vordering Apply(BelemmeringOpgeheven e) =>
        ZonderUitstel(Uitstelgrond.Belemmering, e.Tot ?? Moment.Dag(e.Op)) with
        {
            Belemmerd = null,
        };

    public Vordering Apply(VorderingsvoorstelGedaan e) =>
        this with
        {
            Voorstel = e,
            Handtekeningen = [],
            Voorstellen = Voorstellen + 1,
            Teruggezonden = null,
        };

    public Vordering Apply(VorderingsvoorstelOndertekend e) => this with { Handtekeningen = [.. Handtekeningen, e.Door] };

    public Vordering Apply(VorderingsvoorstelTeruggezonden e) => ZonderVoorstel() with { Teruggezonden = e };

    public Vordering Apply(VorderingsvoorstelVervallen _) => ZonderVoorstel();

    public Vordering Na(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            VorderingOntstaan e => Apply(e),
            VorderingBijgesteld e => Apply(e),
            AfboekingTeruggenomen e => Apply(e),
            TerugvorderingBesloten e => Apply(e),
            BetaaltermijnGestart e => Apply(e),
            RegelingGetroffen e => Apply(e),
            RegelingIngetrokken e => Apply(e),
            VorderingHerinnerd e => Apply(e),
            VorderingAangemaand e => Apply(e),
            VorderingskostenVervallen e => Apply(e),
            AanmaningstermijnGestart e => Apply(e),
            RenteVastgesteld e => Apply(e),
            DwangbevelUitgevaardigd e => Apply(e),
            DwangbevelBetekend e => Apply(e),
            VorderingMetBetalingVerrekend e => Apply(e),
            VorderingBetaald e => Apply(e),
            VorderingAfgeboekt e => Apply(e),
            BelemmeringGemeld e => Apply(e),
            BelemmeringOpgeheven e => Apply(e),
            VorderingErkend e => Apply(e),
            RenteTeruggegeven e => Apply(e),
            VorderingsvoorstelGedaan e => Apply(e),
            VorderingsvoorstelOndertekend e => Apply(e),
            VorderingsvoorstelTeruggezonden e => Apply(e),
            VorderingsvoorstelVervallen e => Apply(e),
            _ => this,
        };

    private Vordering Besloot(Verwijzing tekst) => ZonderVoorstel() with { Teksten = [.. Teksten, tekst.Id] };

    private Vordering ZonderVoorstel() => this with { Voorstel = null, Handtekeningen = [] };
}
