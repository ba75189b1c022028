using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>
/// Compares what one context holds with its own events, at one moment: what must hold by itself, the snapshot of every stream, and the tables
/// that follow from events. Others hear meanwhile what it said.
/// </summary>
internal sealed class Contextcontrole(Contextopslag opslag, IReadOnlyList<Hoorder> hoorders, Verschillenboek boek)
{
    private const string Snapshot = "mt_doc_";

    private string Naam => opslag.Context.Naam;

    public async Task Voer(Momentopname opname, CancellationToken ct)
    {
        await using var blik = await opname.Open(ct);
        IEnumerable<Controle> vloer = opslag.Context.Gebeurtenissen.Count > 0 ? Vloercontroles.Van(Naam) : [];
        foreach (var controle in vloer.Concat(opslag.Context.Controles))
        {
            await Zoek(blik.Verbinding, controle, ct);
        }
        if (opslag.Context.Stromen.Count == 0)
        {
            return;
        }
        var standen = new Standen(opslag, hoorders);
        await using (var lezer = await opname.Open(ct))
        {
            await standen.Vouw(blik.Verbinding, lezer.Verbinding, ct);
        }
        foreach (var soort in standen.Soorten)
        {
            var vergelijking = new Rijenvergelijking(blik.Verbinding, soort.Tabel, "id");
            Schrijf(
                await vergelijking.Voer(
                    $"select id, data, versie from {Standen.Tabel} where soort = '{soort.Naam}'",
                    $"select id, data, mt_version as versie from {soort.Tabel}",
                    ct
                )
            );
        }
        foreach (var herleiding in opslag.Context.Herleidingen)
        {
            var vergelijking = new Rijenvergelijking(blik.Verbinding, herleiding.Tabel, [.. herleiding.Sleutel])
            {
                Zonder = herleiding.Nummer,
            };
            Schrijf(await vergelijking.Voer(herleiding.Gevolgd(), $"table {herleiding.Tabel}", ct));
        }
    }

    private void Schrijf(Vergeleken vergeleken) => boek.Schrijf(Naam, $"{Model(vergeleken.Model)} volgt uit de gebeurtenissen", vergeleken);

    /// <summary>As people know it: <c>reservering</c>, <c>grootboek</c>.</summary>
    internal static string Model(string tabel)
    {
        var naam = tabel[(tabel.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return naam.StartsWith(Snapshot, StringComparison.Ordinal) ? naam[Snapshot.Length..] : naam;
    }

    private async Task Zoek(NpgsqlConnection verbinding, Controle controle, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            $"""
            select c.onderwerp, c.verwacht, c.gevonden, count(*) over () from ({controle.Sql}) c (onderwerp, verwacht, gevonden)
            order by c.onderwerp limit {Rijenvergelijking.Genoemd}
            """,
            verbinding
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (aantal, eerste) = (0L, new List<Verschil>());
        while (await rij.ReadAsync(ct))
        {
            var (verwacht, gevonden) = (rij.GetString(1), rij.GetString(2));
            eerste.Add(Verschil.Van(Naam, controle.Regel, rij.GetString(0), verwacht, gevonden, verwacht, gevonden));
            aantal = rij.GetInt64(3);
        }
        boek.Schrijf(new(Naam, controle.Regel, aantal), eerste);
    }
}

/// <summary>What was found so far.</summary>
internal sealed class Verschillenboek
{
    private readonly List<Controletelling> _tellingen = [];
    private readonly List<Verschil> _verschillen = [];

    public IReadOnlyList<Controletelling> Tellingen => _tellingen;

    public IReadOnlyList<Verschil> Verschillen => _verschillen;

    public void Schrijf(Controletelling telling, IEnumerable<Verschil> eerste)
    {
        _tellingen.Add(telling);
        _verschillen.AddRange(eerste);
    }

    public void Schrijf(string context, string regel, Vergeleken vergeleken) =>
        Schrijf(
            new(context, regel, vergeleken.Verschillen),
            vergeleken.Eerste.Select(paar =>
            {
                var (verwacht, gevonden) = Jsonverschil.Van(paar.Verwacht, paar.Gevonden);
                return Verschil.Van(context, regel, paar.Rij, verwacht, gevonden, paar.Verwacht, paar.Gevonden);
            })
        );
}
