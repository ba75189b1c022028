using Npgsql;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>
/// Looks whether all of it adds up, in four steps that hold each other: every event is what it was (<see cref="Zegels"/>); what a context holds
/// follows from its events; every message of an event was heard by whoever hears it; and what a context that only hears holds follows from the
/// messages. What must hold between contexts is then looked up in that one. It changes nothing and keeps nobody waiting.
/// </summary>
/// <param name="alle">Also the contexts that run in another process, where their database can be read from here.</param>
/// <param name="verbinding">By context.</param>
public sealed class Afstemmer(IReadOnlyList<Context> alle, Func<string, string> verbinding)
{
    private const string Gevolg = "een bericht heeft zijn gevolg";
    private const string Alles = "alle";

    public async Task<Afstemuitslag> Voer(CancellationToken ct)
    {
        var bronnen = alle.Select(c => verbinding(c.Naam)).Distinct().ToDictionary(v => v, Vloer.Afstembron);
        var opslagen = new List<Contextopslag>();
        try
        {
            var aanwezig = new List<Contextopslag>();
            foreach (var context in alle)
            {
                var opslag = Contextopslag.OmTeLezen(context, bronnen[verbinding(context.Naam)]);
                opslagen.Add(opslag);
                if (await opslag.Bestaat(ct))
                {
                    aanwezig.Add(opslag);
                }
            }
            return await Vergelijk(aanwezig, ct);
        }
        finally
        {
            opslagen.ForEach(o => o.Dispose());
            foreach (var bron in bronnen.Values)
            {
                await bron.DisposeAsync();
            }
        }
    }

    private async Task<Afstemuitslag> Vergelijk(List<Contextopslag> opslagen, CancellationToken ct)
    {
        var register = new Contextregister(alle, opslagen);
        var boek = new Verschillenboek();
        var stand = await new Berichtencontrole(register).Voer(ct);
        await Meld(stand, opslagen, boek, ct);
        var wachtend = await Onderweg.Wachtend(opslagen, ct);
        var opnames = new Dictionary<NpgsqlDataSource, Momentopname>();
        var hoorders = new List<Hoorder>();
        try
        {
            // Who hears first: what is said after its moment is younger than what it must have heard.
            foreach (var bron in opslagen.OrderBy(o => o.Context.Herbouw is null).Select(o => o.Bron).Distinct())
            {
                opnames.Add(bron, await Momentopname.Neem(bron, ct));
            }
            foreach (var opslag in opslagen.Where(o => HoortAlles(o.Context, opslagen)))
            {
                var opname = opnames[opslag.Bron];
                var onderweg = await Onderweg.Van(opslag, wachtend, opname, ct);
                hoorders.Add(await Hoorder.BeginVergelijking(opslag, register, await opname.Open(ct), onderweg, ct));
            }
            foreach (var opslag in opslagen)
            {
                await new Contextcontrole(opslag, hoorders, boek).Voer(opnames[opslag.Bron], ct);
            }
            foreach (var hoorder in hoorders)
            {
                foreach (var vergeleken in await hoorder.Vergelijk(ct))
                {
                    boek.Schrijf(hoorder.Context.Naam, $"{Contextcontrole.Model(vergeleken.Model)} volgt uit de berichten", vergeleken);
                }
            }
            return new(opnames[opslagen[0].Bron].Op, boek.Tellingen, boek.Verschillen, stand);
        }
        finally
        {
            foreach (var hoorder in hoorders)
            {
                await hoorder.DisposeAsync();
            }
            foreach (var opname in opnames.Values)
            {
                await opname.DisposeAsync();
            }
        }
    }

    /// <summary>Whether it holds nothing but what it heard, and all who say that can be read here.</summary>
    private bool HoortAlles(Context context, List<Contextopslag> opslagen) =>
        context.Herbouw is not null
        && alle.Where(c => c.GezegdeBerichten.Any(context.Hoort.ContainsKey)).All(zegger => opslagen.Any(o => o.Context == zegger));

    private static async Task Meld(Berichtenstand stand, List<Contextopslag> opslagen, Verschillenboek boek, CancellationToken ct)
    {
        var apart = new List<Verschil>();
        foreach (var opslag in opslagen)
        {
            // Without a number: as long as the first is there it is the same alarm.
            if (await Apartgezet.Tel(opslag, ct) > 0)
            {
                apart.Add(new(opslag.Context.Naam, Gevolg, "berichten", "geen berichten apart", "er staan berichten apart"));
            }
        }
        boek.Schrijf(
            new(Alles, Gevolg, stand.AantalGemist + apart.Count),
            stand
                .Gemist.Select(g =>
                    Verschil.Van(
                        g.Hoorder,
                        Gevolg,
                        g.Sleutel,
                        $"{g.Soort} {g.Bericht} van {g.Zegger}, verwerkt door {g.Hoorder}",
                        "niet verwerkt en niet onderweg"
                    )
                )
                .Concat(apart)
        );
    }
}
