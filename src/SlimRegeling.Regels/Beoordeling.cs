namespace SlimRegeling.Regels;

/// <summary>A plan judged under one rule version: what a proefberekening answers and what a decision is based on.</summary>
public sealed record Beoordeling
{
    public required string Regelversie { get; init; }

    /// <summary><see cref="Regels.Regelversie.Hash"/> of the version at the moment of judging.</summary>
    public required string Parametershash { get; init; }

    /// <summary>False when a requirement or ground is not met. What is not judged blocks nothing.</summary>
    public required bool Subsidiabel { get; init; }

    /// <summary>Null for a partnership.</summary>
    public required Grootteklasse? Grootteklasse { get; init; }
    public required Berekening Berekening { get; init; }

    /// <summary>Zero when not eligible, else the amount of the computation.</summary>
    public required decimal Subsidiebedrag { get; init; }

    /// <summary>Zero when not eligible.</summary>
    public required decimal Voorschot { get; init; }

    /// <summary>Requirements, then refusal grounds.</summary>
    public required IReadOnlyList<Toets> Toetsen { get; init; }

    /// <exception cref="ArgumentException">A judgment on something that no assessor judges, or aid without a reference day.</exception>
    public static Beoordeling Van(Regelversie versie, Plan plan, Feiten feiten)
    {
        foreach (var code in feiten.Oordelen.Keys)
            if (!Grondcode.DoorBeoordelaar.Contains(code) && !Eiscode.DoorBeoordelaar.Contains(code))
                throw new ArgumentException($"Over '{code}' geeft een beoordelaar geen oordeel.", nameof(feiten));

        var ruimte = Ruimte(versie, plan, feiten);
        var berekening = Subsidieberekening.Bereken(versie, plan, ruimte?.Beschikbaar);
        var eisen = Eisen.Toets(versie, plan, berekening, ruimte, feiten.Oordelen);
        IReadOnlyList<Toets> toetsen = [.. eisen, .. Gronden.Toets(versie, plan, eisen, feiten)];
        var subsidiabel = toetsen.All(t => t.Uitkomst != Toetsuitkomst.NietVoldaan);
        return new()
        {
            Regelversie = versie.Id,
            Parametershash = versie.Hash,
            Subsidiabel = subsidiabel,
            Grootteklasse = plan.Aanvragertype == Aanvragertype.Samenwerkingsverband ? null : Grootte.Bepaal(versie, plan.Onderneming),
            Berekening = berekening,
            Subsidiebedrag = subsidiabel ? berekening.Subsidiebedrag : 0.00m,
            Voorschot = subsidiabel ? berekening.Voorschot : 0.00m,
            Toetsen = toetsen,
        };
    }

    private static DeMinimisruimte? Ruimte(Regelversie versie, Plan plan, Feiten feiten)
    {
        if (feiten.Steun is null)
            return null;
        var peildatum = feiten.Peildatum ?? throw new ArgumentException("Steun is alleen te beoordelen met een peildatum.", nameof(feiten));
        return DeMinimis.Ruimte(versie, plan.Onderneming, feiten.Steun, peildatum);
    }
}
