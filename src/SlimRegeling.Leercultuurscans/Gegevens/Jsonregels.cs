using System.Text;
using System.Text.Json;

namespace SlimRegeling.Leercultuurscans.Gegevens;

/// <summary>A piece of JSON that knows on which line it begins, counted from 1.</summary>
internal abstract record Knoop(int Regel);

internal sealed record Voorwerp(int Regel, IReadOnlyDictionary<string, Knoop> Velden) : Knoop(Regel);

internal sealed record Rij(int Regel, IReadOnlyList<Knoop> Elementen) : Knoop(Regel);

/// <param name="Inhoud">A string, a decimal, a boolean, or null.</param>
internal sealed record Waarde(int Regel, object? Inhoud) : Knoop(Regel);

/// <summary>Reads JSON with its lines: the reader of the framework tells them of what is no JSON only.</summary>
internal static class Jsonregels
{
    /// <exception cref="Regelfout">It is no JSON, or a field is there twice.</exception>
    public static Knoop Lees(byte[] utf8)
    {
        var lezer = new Utf8JsonReader(utf8);
        try
        {
            lezer.Read();
            var knoop = Lees(ref lezer, utf8);
            lezer.Read();
            return knoop;
        }
        catch (JsonException e)
        {
            throw new Regelfout((int)(e.LineNumber ?? 0) + 1, "dit is geen geldige JSON");
        }
    }

    private static Knoop Lees(ref Utf8JsonReader lezer, byte[] utf8)
    {
        var regel = 1 + utf8.AsSpan(0, (int)lezer.TokenStartIndex).Count((byte)'\n');
        switch (lezer.TokenType)
        {
            case JsonTokenType.StartObject:
                var velden = new Dictionary<string, Knoop>(StringComparer.Ordinal);
                while (lezer.Read() && lezer.TokenType == JsonTokenType.PropertyName)
                {
                    var naam = lezer.GetString()!;
                    lezer.Read();
                    var inhoud = Lees(ref lezer, utf8);
                    if (!velden.TryAdd(naam, inhoud))
                    {
                        throw new Regelfout(inhoud.Regel, $"'{naam}' staat er twee keer");
                    }
                }
                return new Voorwerp(regel, velden);
            case JsonTokenType.StartArray:
                var elementen = new List<Knoop>();
                while (lezer.Read() && lezer.TokenType != JsonTokenType.EndArray)
                {
                    elementen.Add(Lees(ref lezer, utf8));
                }
                return new Rij(regel, elementen);
            case JsonTokenType.String:
                return new Waarde(regel, lezer.GetString());
            case JsonTokenType.Number:
                return lezer.TryGetDecimal(out var getal)
                    ? new Waarde(regel, getal)
                    : throw new Regelfout(regel, $"'{Encoding.UTF8.GetString(lezer.ValueSpan)}' is een te groot of te klein getal");
            case JsonTokenType.True or JsonTokenType.False:
                return new Waarde(regel, lezer.GetBoolean());
            default:
                return new Waarde(regel, null);
        }
    }
}

/// <summary>What is wrong on one line of a file.</summary>
internal sealed class Regelfout(int regel, string uitleg) : Exception($"regel {regel}: {uitleg}");

/// <summary>A file of data has a hole or a mistake: it is not taken at all. Says every line with what is wrong on it, in Dutch.</summary>
public sealed class Gegevensfout(string bestand, IReadOnlyList<string> fouten)
    : Exception($"{bestand} is niet in orde:{string.Concat(fouten.Select(f => $"\n  {f}"))}")
{
    /// <summary>Each begins with <c>regel N: </c>.</summary>
    public IReadOnlyList<string> Fouten { get; } = fouten;
}
