using System.Text.Json;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>The states of one enterprise and its letters, moved by the decisions of the consumers; the store is left out.</summary>
internal sealed class Postkamer
{
    private readonly SortedDictionary<string, Brief> brieven = new(StringComparer.Ordinal);

    private Geadresseerde? geadresseerde;

    public List<object> Gezegd { get; } = [];

    public IReadOnlyDictionary<string, Brief> Brieven => brieven;

    public void Hoor(object bericht)
    {
        if (bericht is OndernemingGewijzigdBericht adres)
        {
            var wachtend = geadresseerde?.Wachtend ?? [];
            geadresseerde = Volg(geadresseerde ?? new() { Id = adres.KvkNummer }, BijOndernemingGewijzigd.Beslis(geadresseerde, adres));
            foreach (var brief in wachtend)
                Schrijf(brieven[brief].Opdracht!, "pdf");
            return;
        }
        var opdracht = (Briefopdracht)bericht;
        var bekend = geadresseerde?.Gegevens is not null;
        if (!brieven.ContainsKey(opdracht.Brief))
        {
            geadresseerde = Volg(geadresseerde ?? new() { Id = opdracht.KvkNummer }, Verzenden.Wacht(geadresseerde, opdracht));
            Schrijf(opdracht, bekend ? "pdf" : null);
        }
    }

    public string Beeld() => JsonSerializer.Serialize(new { geadresseerde, brieven }, Platform.Stromen.Json.Opties);

    private void Schrijf(Briefopdracht opdracht, string? pdf)
    {
        var brief = brieven.GetValueOrDefault(opdracht.Brief);
        var beslissing = Verzenden.Beslis(brief, opdracht, pdf is null ? null : new(pdf, "slim-2026", "regelhash"), Zaken.Nu);
        Gezegd.AddRange(beslissing.Gebeurtenissen.SelectMany(e => Uitgaand.Berichten(opdracht.Brief, e)));
        brieven[opdracht.Brief] = Volg(brief ?? new() { Id = opdracht.Brief }, beslissing);
    }

    private static T Volg<T>(T stand, Beslissing beslissing)
        where T : class
    {
        Assert.Null(beslissing.Weigering);
        return beslissing.Gebeurtenissen.Aggregate(
            stand,
            (s, e) => (T)typeof(T).GetMethod("Apply", [e.GetType()])!.Invoke(s, [Zaken.Opgeslagen(e)])!
        );
    }
}
