namespace SlimRegeling.Regels;

/// <summary>Which kinds of activity a plan asks for, a bit for each.</summary>
internal readonly record struct Soorten(int Bits)
{
    private static readonly Activiteitsoort[] Alle = Enum.GetValues<Activiteitsoort>();
    private static readonly string[] Letters = Enum.GetNames<Activiteitsoort>();
    private static readonly Waarde[][] Waarden = [.. Enumerable.Range(0, 1 << Alle.Length).Select(bits => Waarde(new Soorten(bits)))];

    public static Soorten Van(IReadOnlyList<Activiteit> activiteiten)
    {
        var bits = 0;
        for (var i = 0; i < activiteiten.Count; i++)
            bits |= 1 << (int)activiteiten[i].Soort;
        return new(bits);
    }

    public bool Bevat(Activiteitsoort soort) => (Bits & (1 << (int)soort)) != 0;

    /// <summary>Whether any of them is paid by its costs.</summary>
    public bool HebbenKosten(Regelversie versie) =>
        Bevat(Activiteitsoort.A) || Bevat(Activiteitsoort.C) || (Bevat(Activiteitsoort.B) && Kosten.Telt(versie, Activiteitsoort.B));

    /// <summary>Whether all of them are among these letters.</summary>
    public bool Binnen(IReadOnlyList<string> letters)
    {
        foreach (var soort in Alle)
            if (Bevat(soort) && !letters.Contains(Letters[(int)soort]))
                return false;
        return true;
    }

    /// <summary>Their letters, as the value that an outcome shows; the same array each time.</summary>
    public Waarde[] Waarde() => Waarden[Bits];

    private static Waarde[] Waarde(Soorten soorten) => [new("activiteiten", string.Join(", ", Alle.Where(soorten.Bevat)))];
}
