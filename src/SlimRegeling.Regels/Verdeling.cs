namespace SlimRegeling.Regels;

/// <summary>Divides an amount over parties so that the parts sum to it.</summary>
internal static class Verdeling
{
    /// <summary>In cents by the share of the costs; what remains goes cent by cent to the largest remainders, of equal ones to the lowest
    /// KVK number, so that the order of the parties does not matter. Equal parts when nobody bears any costs.</summary>
    /// <param name="bedrag">Euro, whole cents.</param>
    public static decimal[] NaarRato(decimal bedrag, IReadOnlyList<Deelnemer> deelnemers)
    {
        var delen = new decimal[deelnemers.Count];
        var resten = new decimal[deelnemers.Count];
        var geheel = 0m;
        for (var i = 0; i < deelnemers.Count; i++)
            geheel += deelnemers[i].AandeelKosten;

        var (centen, over) = (bedrag * 100m, bedrag * 100m);
        for (var i = 0; i < delen.Length; i++)
        {
            var (gewicht, som) = geheel == 0m ? (1m, delen.Length) : (deelnemers[i].AandeelKosten, geheel);
            // A quotient of decimals is rounded, a remainder is exact: what is left without it divides exactly.
            var teller = centen * gewicht;
            resten[i] = teller % som;
            var heel = (teller - resten[i]) / som;
            delen[i] = heel / 100m;
            over -= heel;
        }

        if (over > 0m && delen.Length > 0)
        {
            var volgorde = Volgorde(resten, deelnemers);
            for (var i = 0; i < over; i++)
                delen[volgorde[i]] += 0.01m;
        }
        return delen;
    }

    private static int[] Volgorde(decimal[] resten, IReadOnlyList<Deelnemer> deelnemers)
    {
        var volgorde = new int[resten.Length];
        for (var i = 0; i < volgorde.Length; i++)
            volgorde[i] = i;
        Array.Sort(
            volgorde,
            (een, ander) =>
                resten[ander].CompareTo(resten[een]) is var verschil and not 0
                    ? verschil
                    : string.CompareOrdinal(deelnemers[een].KvkNummer, deelnemers[ander].KvkNummer)
        );
        return volgorde;
    }
}
