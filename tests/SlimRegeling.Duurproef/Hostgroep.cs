using System.Diagnostics;
using System.Globalization;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Duurproef;

/// <summary>The processes of the host that together run all contexts. The first one is also the provider of tokens for the others.</summary>
internal sealed class Hostgroep : IAsyncDisposable
{
    private readonly List<Hostbewaking> _hosts;
    private readonly Dictionary<string, Uri> _perContext;

    private Hostgroep(List<Hostbewaking> hosts, Dictionary<string, Uri> perContext)
    {
        _hosts = hosts;
        _perContext = perContext;
    }

    public IReadOnlyList<Hostbewaking> Hosts => _hosts;

    /// <summary>Issuer of the tokens.</summary>
    public Uri Provider => _hosts[0].Adres;

    public required string Sleutelmap { get; init; }

    /// <summary>How long the first start took until all answered.</summary>
    public TimeSpan Starttijd { get; private set; }

    public int VanzelfGestopt => _hosts.Sum(h => h.VanzelfGestopt);

    public Uri Adres(string context) => _perContext.GetValueOrDefault(context, Provider);

    /// <summary>The process that runs a context.</summary>
    public Hostbewaking Van(string context) => _hosts.Single(h => h.Adres == Adres(context));

    /// <param name="verdeling">Contexts by process; an empty list means all.</param>
    public static async Task<Hostgroep> Start(string[][] verdeling, string map, Dictionary<string, string?> omgeving)
    {
        var bestaand = Host.Contexten.Alle().Select(c => c.Naam).ToList();
        var rest = bestaand.Except(verdeling.SelectMany(v => v)).ToList();
        var poorten = verdeling.Select(_ => Poort.Vrij()).ToList();
        var adressen = poorten.Select(p => new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{p}/"))).ToList();
        var perContext = new Dictionary<string, Uri>();
        var hosts = new List<Hostbewaking>();
        for (var i = 0; i < verdeling.Length; i++)
        {
            // What is in no list runs in the last process.
            var hier = bestaand.Where(c => verdeling[i].Contains(c) || (i == verdeling.Length - 1 && rest.Contains(c))).ToList();
            hier.ForEach(c => perContext[c] = adressen[i]);
        }
        for (var i = 0; i < verdeling.Length; i++)
        {
            var eigen = new Dictionary<string, string?>(omgeving)
            {
                ["ASPNETCORE_URLS"] = adressen[i].ToString(),
                ["SlimRegeling__Aanmelding__Provider"] = i == 0 ? null : adressen[0].ToString(),
                ["SlimRegeling__Site"] = i == 0 ? "aan" : "uit",
            };
            if (verdeling.Length > 1)
            {
                eigen["SlimRegeling__Contexten"] = string.Join(',', perContext.Where(p => p.Value == adressen[i]).Select(p => p.Key));
                foreach (var (context, adres) in perContext)
                {
                    eigen[$"SlimRegeling__Adressen__{context}"] = adres.ToString();
                }
            }
            hosts.Add(new Hostbewaking(adressen[i], eigen, Path.Combine(map, $"host-{i + 1}.log")));
        }
        var groep = new Hostgroep(hosts, perContext) { Sleutelmap = omgeving["SlimRegeling__Voorbeeldprovider__Sleutelmap"]! };
        var sinds = Stopwatch.StartNew();
        hosts.ForEach(h => h.Begin());
        await groep.WachtTotGereed(TimeSpan.FromSeconds(120));
        groep.Starttijd = sinds.Elapsed;
        return groep;
    }

    public Task WachtTotGereed(TimeSpan geduld) => Task.WhenAll(_hosts.Select(h => h.WachtTotGereed(geduld)));

    /// <summary>Kills the hosts that an earlier run on this folder left behind.</summary>
    public static void RuimWezenOp(string map)
    {
        foreach (var proces in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName))
        {
            if (
                int.TryParse(proces, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && Tekst(pid, "cmdline").Contains(Hostbewaking.Programma, StringComparison.Ordinal)
                && Tekst(pid, "environ").Contains(map, StringComparison.Ordinal)
            )
            {
                Signaal.Kill9(pid, "dotnet");
            }
        }

        static string Tekst(int pid, string soort)
        {
            try
            {
                return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{soort}"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }
}
