using System.Runtime.CompilerServices;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>The history of an accounting in words.</summary>
public class VerloopTests
{
    /// <summary>What another context did, and is only heard here.</summary>
    private static readonly string[] Elders =
    [
        nameof(BetalingTeruggekomen),
        nameof(BetalingUitgevoerd),
        nameof(DocumentBeschikbaar),
        nameof(MeldingOntvangen),
        nameof(ScanAfgerond),
    ];

    [Fact]
    public void Alles_wat_in_een_verantwoording_kan_gebeuren_heeft_woorden_of_is_van_een_ander()
    {
        var soorten = typeof(Verantwoording)
            .Assembly.GetTypes()
            .Where(t =>
                t.IsSubclassOf(typeof(Gebeurtenis)) && typeof(Verantwoording).GetMethod(nameof(Verantwoording.Apply), [t]) is not null
            )
            .ToDictionary(t => t.Name, t => VerloopTonen.Van((Gebeurtenis)RuntimeHelpers.GetUninitializedObject(t)));

        Assert.Equal(Elders, soorten.Where(s => s.Value is null).Select(s => s.Key).Order(StringComparer.Ordinal));
        var titels = soorten.Values.OfType<VerloopTonen.Gebeurd>().Select(g => g.Titel).ToList();
        Assert.Equal(titels.Count, titels.Distinct().Count());
    }

    [Fact]
    public void De_vaststelling_noemt_wie_haar_voorstelde_en_wie_tekenden()
    {
        var getekend = Onderteken(Voorgesteld().Dan(stand => Onderteken(stand, Eerste)), Tweede).Gebeurtenissen;

        var stappen = getekend.Select(e => VerloopTonen.Van(e)!).ToList();
        Assert.Equal(["Voorstel tot vaststelling ondertekend", "Subsidie vastgesteld"], stappen.Select(s => s.Titel));
        Assert.Null(stappen[0].Ondertekenaars);
        Assert.Equal([Beoordelaar, Eerste, Tweede], stappen[1].Ondertekenaars);
    }
}
