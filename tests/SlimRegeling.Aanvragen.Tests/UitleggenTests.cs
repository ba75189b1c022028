using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Tests;

public sealed class UitleggenTests
{
    [Fact]
    public void Of_every_event_is_known_when_it_happened()
    {
        var soorten = typeof(Aanvraag)
            .GetMethods()
            .Where(m => m.Name == nameof(Aanvraag.Apply))
            .Select(m => m.GetParameters()[0].ParameterType)
            .ToList();
        Assert.NotEmpty(soorten);
        foreach (var soort in soorten)
        {
            var leeg = (Gebeurtenis)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(soort);
            if (leeg is not (BesluitVernomen or AanvraagHerbeoordeeld))
            {
                Assert.Equal(default, Uitleggen.Gebeurd(leeg));
            }
        }
    }

    [Fact]
    public void The_state_is_that_of_what_had_happened_in_whatever_order_it_was_heard()
    {
        var besluit = new BesluitVernomen(
            Voorbeelden.KvkNummer,
            new Besluit(Besluitsoort.Verlening, "V1", new(2026, 6, 22), 11_040.00m),
            NodaTime.Instant.FromUtc(2026, 6, 22, 10, 0)
        );
        // The rank was heard last, and is of before the decision.
        Gebeurtenis[] verloop = [Voorbeelden.Ingediend, Voorbeelden.Volledig, besluit, new RangVernomen(3, true, Voorbeelden.Later)];

        Assert.Null(Uitleggen.Op(Voorbeelden.Zaak, verloop, Voorbeelden.Binnen - NodaTime.Duration.Epsilon).Ingediend);
        Assert.Null(Uitleggen.Op(Voorbeelden.Zaak, verloop, Voorbeelden.Binnen).Rangschikking);
        var gerangschikt = Uitleggen.Op(Voorbeelden.Zaak, verloop, Voorbeelden.Later);
        Assert.Equal(3, gerangschikt.Rangschikking?.Rang);
        Assert.Empty(gerangschikt.Besluiten);
        Assert.Single(Uitleggen.Op(Voorbeelden.Zaak, verloop, besluit.Op!.Value).Besluiten);
    }
}
