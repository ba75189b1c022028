using NodaTime;
using NodaTime.Text;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

public sealed partial record Verlening
{
    /// <summary>Changes that the recipient asked, in order of their numbers.</summary>
    public IReadOnlyList<Wijzigingsverzoek> Wijzigingen { get; init; } = [];

    /// <summary>How often the award was restated since it was first given, for whichever reason.</summary>
    public int Herschreven { get; init; }

    /// <summary>Null while there is no progress report.</summary>
    public Voortgangstand? Voortgang { get; init; }

    /// <summary>That the last report was sent back; null when none was.</summary>
    public VoortgangVervallen? VerslagTerug { get; init; }

    /// <summary>The first request for the settlement; null while there is none.</summary>
    public DeclaratieVernomen? Declaratie { get; init; }

    /// <summary>
    /// Since when something lies ready to be signed of a project that runs, a change or the second advance; stored so that those that wait are found. Null
    /// while nothing does.
    /// </summary>
    public string? Projectvoorstel =>
        Wijzigingen
            .Where(w => w.Open)
            .Select(w => w.Voorstel?.Op)
            .Append(Voortgang?.Voorstel?.Op)
            .OfType<Instant>()
            .Select(InstantPattern.ExtendedIso.Format)
            .Min(StringComparer.Ordinal);

    public Wijzigingsverzoek? Wijziging(string nummer) => Wijzigingen.FirstOrDefault(w => w.Wijziging == nummer);

    public Verlening Apply(WijzigingGevraagd e) => this with { Wijzigingen = [.. Wijzigingen, new Wijzigingsverzoek(e)] };

    public Verlening Apply(WijzigingIngetrokken e) => Bij(e.Wijziging, w => w with { Voorstel = null, Ingetrokken = e });

    public Verlening Apply(WijzigingVoorgesteld e) => Bij(e.Wijziging, w => w with { Voorstel = e, Teruggezonden = null });

    public Verlening Apply(WijzigingTeruggezonden e) => Bij(e.Wijziging, w => w with { Voorstel = null, Teruggezonden = e });

    public Verlening Apply(WijzigingIngebreke e) => Bij(e.Wijziging, w => w with { Ingebreke = e });

    public Verlening Apply(WijzigingIngebrekeVervallen e) => Bij(e.Wijziging, w => w with { Ingebreke = null });

    public Verlening Apply(WijzigingVertraagd e) => Bij(e.Wijziging, w => w with { Vertraagd = e });

    public Verlening Apply(WijzigingBesloten e)
    {
        var na = Bij(e.Wijziging, w => e.Bezwaar is null ? w with { Voorstel = null, Besloten = e } : w with { NaBezwaar = e });
        return e.Wordt is { } wordt ? na with { Verleend = wordt, Herschreven = Herschreven + 1 } : na;
    }

    public Verlening Apply(VoortgangOntvangen e) => this with { Voortgang = new Voortgangstand(e) };

    /// <summary>What was proposed on it goes as well.</summary>
    public Verlening Apply(VoortgangVervallen e) => this with { Voortgang = null, VerslagTerug = e };

    public Verlening Apply(TweedeVoorschotVoorgesteld e) =>
        this with
        {
            Voortgang = Voortgang! with { Voorstel = e, Teruggezonden = null },
        };

    public Verlening Apply(TweedeVoorschotTeruggezonden e) =>
        this with
        {
            Voortgang = Voortgang! with { Voorstel = null, Teruggezonden = e },
        };

    /// <summary>That of the award itself stands in the award.</summary>
    public Verlening Apply(VoorschotToegekend e) =>
        e.NaVoortgang == true ? this with { Voortgang = Voortgang! with { Voorstel = null, Toegekend = e } } : this;

    /// <summary>What was proposed on the report is not given any more.</summary>
    public Verlening Apply(DeclaratieVernomen e) =>
        this with
        {
            Declaratie = e,
            Voortgang = Voortgang is { } voortgang ? voortgang with { Voorstel = null } : null,
        };

    private Verlening Bij(string nummer, Func<Wijzigingsverzoek, Wijzigingsverzoek> na) =>
        this with
        {
            Wijzigingen = [.. Wijzigingen.Select(w => w.Wijziging == nummer ? na(w) : w)],
        };
}
