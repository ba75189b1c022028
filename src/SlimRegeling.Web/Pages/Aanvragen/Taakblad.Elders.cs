using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>What another wrote in the same task and was taken over, told by the names of its fields.</summary>
public abstract partial class Taakblad
{
    // More names at once nobody hears to the end.
    private const int MeesteNamen = 5;

    /// <summary>Which fields another changed and were taken, in words; null when there are none.</summary>
    public string? Elders =>
        Overgenomen.Select(o => Volledigetitel(o.Pad)).Distinct().ToList() switch
        {
            [] => null,
            { Count: > MeesteNamen } namen => t[
                "Elders gewijzigd en overgenomen: {0} en nog {1}.",
                string.Join("; ", namen.Take(MeesteNamen)),
                namen.Count - MeesteNamen
            ],
            var namen => t["Elders gewijzigd en overgenomen: {0}.", string.Join("; ", namen)],
        };

    /// <summary>A page that saves by itself puts it in its fields, and says so there.</summary>
    private void MeldOvergenomen()
    {
        if (Vanzelf)
        {
            return;
        }
        foreach (var plaats in Overgenomen.Select(o => Formulier.Plaats(o.Pad)).OfType<string>())
        {
            Invulling.LetOp(plaats, t["Elders gewijzigd en overgenomen."], vertaald: true);
        }
    }

    /// <summary>With the rows in which a field stands: <c>Activiteit 2, Uurtarief</c>.</summary>
    private string Volledigetitel(string pad) =>
        string.Join(
            ", ",
            Pad.Rijen(pad)
                .Select(rij => $"{Formulier.Zoek(rij)?.Titel} {Pad.Rijnummer(rij[rij.LastIndexOf('[')..]) + 1}")
                .Append(Formulier.Zoek(pad)?.Titel ?? pad)
        );
}
