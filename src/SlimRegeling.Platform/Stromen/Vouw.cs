using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;

namespace SlimRegeling.Platform.Stromen;

/// <summary>The state of a stream from events in memory, as the store builds it: by the public <c>Apply</c> methods of the state.</summary>
public static class Vouw
{
    /// <summary>The state before the first event.</summary>
    public static T Begin<T>(string id)
        where T : class, new()
    {
        var stand = new T();
        Van<T>.ZetId(stand, id);
        return stand;
    }

    /// <summary>The state after an event; one that the state has no <c>Apply</c> for changes nothing.</summary>
    public static T Volg<T>(T stand, Gebeurtenis gebeurtenis)
        where T : class, new() => Van<T>.Stappen.TryGetValue(gebeurtenis.GetType(), out var stap) ? stap(stand, gebeurtenis) : stand;

    private static class Van<T>
        where T : class, new()
    {
        public static readonly FrozenDictionary<Type, Func<T, Gebeurtenis, T>> Stappen = typeof(T)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m.Name == "Apply" && m.GetParameters() is [{ } e] && e.ParameterType.IsSubclassOf(typeof(Gebeurtenis)))
            .ToFrozenDictionary(m => m.GetParameters()[0].ParameterType, Stap);

        public static readonly Action<T, string> ZetId = typeof(T).GetProperty("Id")!.SetMethod!.CreateDelegate<Action<T, string>>();

        private static Func<T, Gebeurtenis, T> Stap(MethodInfo apply)
        {
            var stand = Expression.Parameter(typeof(T));
            var gebeurtenis = Expression.Parameter(typeof(Gebeurtenis));
            var soort = apply.GetParameters()[0].ParameterType;
            var aanroep = Expression.Call(stand, apply, Expression.Convert(gebeurtenis, soort));
            return Expression.Lambda<Func<T, Gebeurtenis, T>>(aanroep, stand, gebeurtenis).Compile();
        }
    }
}
