namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What a window knows of an application, and what it does with it, does not depend on the order in which it heard it.</summary>
[Collection(typeof(EenVerdeelhuis))]
public sealed class VolgordeTests(Verdeelhuis huis)
{
    [Fact]
    public async Task Every_order_of_hearing_ends_in_the_same_row()
    {
        var standen = new HashSet<string>();
        var volgordes = Permutaties([0, 1, 2, 3]).ToList();
        foreach (var volgorde in volgordes)
        {
            var v = await Venster.Publiceer(huis, 100);
            object[] berichten = [v.Ingediend("a", 60, 1), v.AanvullingGevraagd("a", 2), v.Aangevuld("a", 50, 3), v.Tot(3)];
            foreach (var i in volgorde)
            {
                await v.Hoor(berichten[i]);
            }
            standen.Add($"{await v.Stand()} {await v.Totaal()}");
        }
        Assert.Equal(24, volgordes.Count);
        Assert.Equal(["1 a gereserveerd 50 50.00"], standen);
    }

    private static IEnumerable<int[]> Permutaties(int[] van) =>
        van.Length == 1
            ? [van]
            : van.SelectMany(eerste => Permutaties([.. van.Where(x => x != eerste)]).Select(rest => (int[])[eerste, .. rest]));
}
