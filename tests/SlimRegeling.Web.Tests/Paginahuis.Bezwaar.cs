using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Web.Tests;

public sealed partial class Paginahuis
{
    private const string Bezwaartijdvak = "2026-blad-bezwaar-mkb";

    /// <summary>A case of the example person <c>ondernemer</c> that was refused.</summary>
    public string Bestreden { get; private set; } = "";

    /// <summary>The objection against that.</summary>
    public string Bezwaar { get; private set; } = "";

    /// <summary>Aanvragen says that someone proposes to refuse it; the way to there has tests of its own.</summary>
    private async Task VulBezwaar()
    {
        await Publiceer(Bezwaartijdvak, "mkb-onderneming");
        await Stil();
        Bestreden = await Ingediend(Bezwaartijdvak);
        var bericht = Bezwaarzaak.Afwijzen(Bestreden, Bezwaartijdvak, SystemClock.Instance.GetCurrentInstant());
        await Voer(
            $"""
            insert into aanvragen.outbox (id, soort, sleutel, inhoud, wie)
            values ('{Guid.CreateVersion7()}', 'aanvraag-beoordeeld', '{Bestreden}', '{JsonSerializer.Serialize(
                bericht,
                Platform.Stromen.Json.Opties
            )}', 'systeem')
            """
        );
        await Stil();
        await Bezwaarzaak.Onderteken(Adres, Bestreden);
        Bezwaar = await Bezwaarzaak.Ingediend(Adres, Bestreden);
    }
}
