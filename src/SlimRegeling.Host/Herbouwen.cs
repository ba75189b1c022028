using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Host;

/// <summary>
/// The command <c>herbouw</c>: makes all read models again from the events and names what stood there otherwise. No site, bus or job starts and
/// nothing is sent.
/// </summary>
internal static class Herbouwen
{
    /// <returns>0 when every read model stood as the events say, 1 when something was put right.</returns>
    public static async Task<int> Voer(string[] args, TextWriter uit, CancellationToken ct)
    {
        var configuratie = WebApplication
            .CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory })
            .Configuration;
        await using var postgres = await BestaandeGegevens.Open(configuratie, ct);
        var instellingen = Huis.Instellingen(configuratie, postgres?.Verbinding);
        var bronnen = instellingen.Hier.Select(instellingen.Verbinding).Distinct().ToDictionary(v => v, Vloer.Herbouwbron);
        var opslagen = new List<Contextopslag>();
        try
        {
            foreach (var context in instellingen.Alle.Where(c => instellingen.Hier.Contains(c.Naam)))
            {
                opslagen.Add(Contextopslag.OmTeLezen(context, bronnen[instellingen.Verbinding(context.Naam)]));
            }
            return await Herbouw(instellingen.Alle, opslagen, uit, ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            throw new Opstartfout(
                $"De gegevens zijn van een oudere versie van dit programma ({e.MessageText}). Start het programma eerst één keer gewoon en herbouw daarna.",
                e
            );
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            throw new Opstartfout(
                $"De database is niet te bereiken ({e.Message}). Controleer ConnectionStrings:SlimRegeling en die van de contexten.",
                e
            );
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

    private static async Task<int> Herbouw(IReadOnlyList<Context> alle, List<Contextopslag> opslagen, TextWriter uit, CancellationToken ct)
    {
        foreach (var bron in opslagen.Select(o => o.Bron).Distinct())
        {
            await Herbouwer.ControleerOfNiemandDraait(bron, ct);
        }
        foreach (var opslag in opslagen)
        {
            if (!await opslag.Bestaat(ct))
            {
                throw new Opstartfout(
                    $"In de database van {opslag.Context.Naam} is nog niets vastgelegd. Start het programma eerst één keer gewoon."
                );
            }
        }
        var sinds = Stopwatch.StartNew();
        var gedaan = new List<Contextherbouw>();
        await foreach (var context in new Herbouwer(alle, opslagen).Voer(ct))
        {
            gedaan.Add(context);
            Meld(context, uit);
        }
        var modellen = gedaan.SelectMany(c => c.Modellen).ToList();
        var verschillen = modellen.Sum(m => m.Verschillen);
        uit.WriteLine(
            Tekst(
                $"herbouw: {gedaan.Sum(c => c.Gebeurtenissen)} gebeurtenissen, {modellen.Count} leesmodellen, {modellen.Sum(m => m.Rijen)} rijen in {sinds.Elapsed.TotalSeconds:0.0} s, {verschillen} verschillen"
            )
        );
        if (modellen.Any(m => m.Verschillen > 0 && !m.AlleenVergeleken))
        {
            uit.WriteLine("De leesmodellen staan nu zoals de gebeurtenissen zeggen.");
        }
        return verschillen == 0 ? 0 : 1;
    }

    private static void Meld(Contextherbouw context, TextWriter uit)
    {
        foreach (var model in context.Modellen)
        {
            foreach (var verschil in model.Eerste)
            {
                uit.WriteLine($"VERSCHIL {model.Model} {verschil.Rij}: {verschil.Was}");
            }
            var verschillen =
                model.Verschillen == 0
                    ? "0 verschillen"
                    : Tekst(
                        $"{model.Verschillen} verschillen ({model.Ontbrak} ontbraken, {model.Anders} waren anders, {model.TeVeel} hoorden er niet)"
                    );
            var vergeleken = model.AlleenVergeleken ? "; hierin verandert niets, zoek uit hoe dit kan" : "";
            uit.WriteLine(Tekst($"  {model.Model}: {model.Rijen} rijen, {verschillen}{(model.Verschillen > 0 ? vergeleken : "")}"));
        }
        var gelezen = context.Berichten > 0 ? $"{context.Berichten} berichten" : $"{context.Gebeurtenissen} gebeurtenissen";
        uit.WriteLine(Tekst($"{context.Context}: {gelezen} in {context.Duur.TotalSeconds:0.0} s"));
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
