namespace SlimRegeling.Duurproef;

/// <summary>How large a rush.</summary>
/// <param name="Bellers">Clients at the same time.</param>
/// <param name="Keer">Kills of a process, spread over the rush.</param>
/// <param name="Duur">Over which the applicants come, one after the other at equal distances.</param>
internal sealed record Stormvraag(int Aanvragen, int Bellers, int Keer, TimeSpan Duur, string Map)
{
    private const int GewoonAanvragen = 10_000;

    // The last ten minutes before the closing, with one left for who is delayed.
    private const double GewoonSeconden = 540.0;

    /// <summary>Null when an option is unknown.</summary>
    public static Stormvraag? Lees(string[] args)
    {
        if (args.Length % 2 != 0)
        {
            return null;
        }
        var opties = args.Chunk(2).ToDictionary(p => p[0], p => p[1]);
        var aanvragen = Getal("--aanvragen", GewoonAanvragen);
        var vraag = new Stormvraag(
            aanvragen,
            Getal("--bellers", 200),
            Getal("--keer", 1),
            TimeSpan.FromSeconds(Getal("--seconden", (int)Math.Ceiling(aanvragen * GewoonSeconden / GewoonAanvragen))),
            Opdracht.Map(opties)
        );
        return opties.Count == 0 && aanvragen > 0 && vraag.Bellers > 0 ? vraag : null;

        int Getal(string naam, int gewoon) => opties.Remove(naam, out var tekst) ? Opdracht.Getal(tekst) : gewoon;
    }
}
