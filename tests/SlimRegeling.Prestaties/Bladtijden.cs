namespace SlimRegeling.Prestaties;

/// <summary>What was measured of one page; milliseconds.</summary>
internal sealed class Bladtijden(Bladhuis.Vraag groot, Bladhuis.Vraag klein)
{
    private readonly List<double> _leeg = [];
    private readonly List<double> _klein = [];
    private readonly List<double> _groot = [];

    public Bladhuis.Vraag Groot => groot;

    public Bladhuis.Vraag Klein => klein;

    public double P50 => Deel(_groot, 0.5);

    public double P95 => Deel(_groot, 0.95);

    public double Langste => Deel(_groot, 1);

    public double Leeg => Deel(_leeg, 0.5);

    public double LeegP95 => Deel(_leeg, 0.95);

    /// <summary>The same page on the small database.</summary>
    public double Weinig => Deel(_klein, 0.5);

    /// <summary>The targets are for these: a file that one keeps is measured beside them.</summary>
    public bool IsBlad { get; private set; }

    /// <summary>The page alone.</summary>
    public Bladlezer.Omvang Blad { get; private set; }

    /// <summary>The page with all that it loads, without fonts.</summary>
    public Bladlezer.Omvang Alles { get; private set; }

    public void Voeg(double leeg, double weinig, double veel)
    {
        _leeg.Add(leeg);
        _klein.Add(weinig);
        _groot.Add(veel);
    }

    public async Task MeetOmvang(Bladlezer lezer)
    {
        var antwoord = await lezer.Haal(groot.Pad);
        IsBlad = antwoord.IsBlad;
        Alles = Blad = await lezer.Meet(groot.Pad);
        foreach (var deel in IsBlad ? Bladlezer.Delen(antwoord.Tekst) : [])
        {
            Alles += await lezer.Meet(deel);
        }
    }

    private static double Deel(List<double> tijden, double deel) =>
        tijden.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(tijden.Count * deel) - 1));
}
