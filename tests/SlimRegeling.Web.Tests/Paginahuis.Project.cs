using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Web.Tests;

public sealed partial class Paginahuis
{
    private const string Projecttijdvak = "2026-blad-project-mkb";

    /// <summary>A case of the example person <c>ondernemer</c> of which the award was heard, and that is accounted for with a declaration.</summary>
    public string Project { get; private set; } = "";

    /// <summary>The id of the booking of that award.</summary>
    public string Boeking { get; private set; } = "";

    private async Task VulProject()
    {
        await Publiceer(Projecttijdvak, "mkb-onderneming");
        await Stil();
        Project = await Ingediend(Projecttijdvak);
        var bericht = Projectzaak.OpVerzoek(Project, Projecttijdvak, SystemClock.Instance.GetCurrentInstant());
        await Voer(
            $"""
            insert into verlening.outbox (id, soort, sleutel, inhoud, wie)
            values ('{Guid.CreateVersion7()}', 'subsidie-verleend', '{Project}', '{JsonSerializer.Serialize(
                bericht,
                Platform.Stromen.Json.Opties
            )}', 'systeem')
            """
        );
        await Stil();
        Boeking = (string)(await Voer($"select boeking::text from betalingen.grootboek where zaaknummer = '{Project}' limit 1"))!;
    }
}
