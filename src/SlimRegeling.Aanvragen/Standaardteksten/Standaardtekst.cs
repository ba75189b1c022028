using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Standaardteksten;

/// <summary>An assessor wrote a text to use again, or a next version of it. <c>Inhoud</c> points to title and text; <c>Door</c> is a pseudonym.</summary>
[Naam("standaardtekst-geschreven")]
public sealed record StandaardtekstGeschreven(string Onderwerp, Verwijzing Inhoud, string Door, Instant Op) : Gebeurtenis;

/// <summary>It is offered no longer; what was decided with it stands. <c>Door</c> is a pseudonym.</summary>
[Naam("standaardtekst-ingetrokken")]
public sealed record StandaardtekstIngetrokken(string Door, Instant Op) : Gebeurtenis;

/// <summary>What stands in one version of a text, kept beside the stream. It is about no case and nobody.</summary>
/// <param name="Artikel">The article that it rests on, to go with a line of a budget.</param>
public sealed record Tekstinhoud(string Titel, string Tekst, string? Artikel = null);

/// <summary>A text that assessors use again, as it stands in its latest version.</summary>
public sealed record Standaardtekst
{
    public string Id { get; init; } = "";

    /// <summary>A code that an assessor judges, or <see cref="Tekstcontrole.Begroting"/>.</summary>
    public string Onderwerp { get; init; } = "";

    public Verwijzing? Inhoud { get; init; }

    /// <summary>How many times it was written.</summary>
    public int Uitgave { get; init; }

    public string Door { get; init; } = "";

    public Instant? Op { get; init; }

    public bool Ingetrokken { get; init; }

    public Standaardtekst Apply(StandaardtekstGeschreven e) =>
        this with
        {
            Onderwerp = e.Onderwerp,
            Inhoud = e.Inhoud,
            Uitgave = Uitgave + 1,
            Door = e.Door,
            Op = e.Op,
            Ingetrokken = false,
        };

    public Standaardtekst Apply(StandaardtekstIngetrokken e) => this with { Ingetrokken = true, Door = e.Door, Op = e.Op };
}
